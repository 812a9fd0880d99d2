"""The API operations on Connect's resources, one module for each kind of resource."""
