"""Korean as callers speak and type it: times, telephone numbers, personal data to mask, and text that a voice reads well."""
