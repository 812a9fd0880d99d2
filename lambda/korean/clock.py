"""Korea's time."""

from datetime import timedelta, timezone

# Korea has had no summer time since 1988: a fixed offset needs no time zone data, which a Lambda image may lack.
KOREA = timezone(timedelta(hours=9), "Asia/Seoul")
