"""Names of the local stack's resources, without what CDK puts behind them, and how long they may take."""

DIAL, REPORT, TRACK = "CallbacksQueueDial", "CallbacksQueueReport", "CallbacksQueueTrack"
SWEEP, MANAGE, BOOK = "CallbacksQueueSweep", "CallbacksQueueManage", "FunctionsFulfillIntent"
DIAL_QUEUE, DIAL_DEAD_LETTERS = "CallbacksQueueWakersDial", "CallbacksQueueWakersDeadLetters"
EVENTS, EVENTS_DEAD_LETTERS = "CallbacksQueueEvents", "CallbacksQueueEventsDeadLetters"
SWEEP_DEAD_LETTERS = "CallbacksQueueSweepDeadLetters"
POLL = 2.0  # seconds within which messages are taken
FIRED = 4.0  # seconds within which a schedule or an event has done its part
TOLD = 2.0  # seconds within which a rule has
