"""The local AWS: the whole environment on the developer's own machine.

`ministack` stands in for most of AWS. Amazon Connect and Lex V2, which it lacks, are written here and plugged into it.
Only `aicc_local.emulator` knows ministack; everything else sees `LocalAws`, so it can be tested without a server.
"""
