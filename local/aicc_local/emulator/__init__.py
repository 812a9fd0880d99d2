"""The one place that knows ministack. It uses private names of it, so its version is pinned exactly."""
