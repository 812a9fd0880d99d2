"""Custom resource for what CloudFormation cannot wire in Connect: numbers to flows, quick connects to queues."""
