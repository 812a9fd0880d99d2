"""The permission names that a Connect security profile may hold.

CloudFormation takes any string here and a wrong one fails only at deploy, so the names are kept in code. Source: the
Admin profile of a live instance, exported in 2026, and the names of the administrator guide's "List of security profile
permissions" that this export lacks. Where the two differ the export wins: the guide prints
`ContactTranscripts.Unredacted.Access` twice, where the second row is `ContactTranscripts.Redacted.Access`.
"""

_IN_ADMIN_PROFILE = """
AccessMetrics
AccessMetrics.{AgentActivityAudit,Dashboards,HistoricalMetrics,RealTimeMetrics}.Access
AccessMetrics.DashboardsWithMyData.View
AgentGrouping.{Create,Edit,EnableAndDisable,View}
AgentStates.{Create,Edit,EnableAndDisable,View}
AgentTimeCard.View
Analytics.PerformanceMetrics.Access
Audio.View
AudioDeviceSettings.Access
AutomatedVoiceInteraction.Recordings.{Redacted,Unredacted}.{Access,DownloadButton}
AutomatedVoiceInteraction.Transcripts.{Redacted,Unredacted}.Access
BasicAgentAccess
Bots.{Create,Edit,View}
CallRecordings.{Redacted,Unredacted}.{Access,DownloadButton}
Campaigns.{Create,Delete,Edit,Manage,View}
Capacity.{Edit,Publish,View}
CaseFields.{Create,Edit,View}
CaseHistory.View
CaseTemplates.{Create,Edit,View}
Cases.{Create,Edit,View}
ChatTestMode
CoachingSessions.{Create,Delete,Edit,View}
Cobrowse.Access
ConfigureContactAttributes.View
ContactAttributes.View
ContactFlowModules.{Create,Delete,Edit,Execute,Publish,View}
ContactFlows.{Create,Delete,Edit,Publish,View}
ContactLensCustomVocabulary.{Edit,View}
ContactLensPostContactSummary.View
ContactSearch.View
ContactSearchQuickViewWidget.{Create,Delete,Edit,View}
ContactSearchSampleContacts.View
ContactSearchWithCharacteristics.{Access,View}
ContactSearchWithKeywords.{Access,View}
ContactTranscripts.Redacted.Access
ContactTranscripts.Unredacted.{Access,DownloadButton}
ContentManagement.{Create,Delete,Edit,View}
ContentManagement.MessageTemplates.{Create,Delete,Edit,View}
CustomMetrics.{Create,Delete,Edit,Publish,View}
CustomViews.Access
CustomerProfiles.{Create,Edit,View}
CustomerProfiles.CalculatedAttributes.{Create,Delete,Edit,View}
CustomerProfiles.ProfileExplorer.{Create,Delete,Edit,View}
CustomerProfiles.Segments.{Create,Delete,Export,View}
DataTables.{Create,Delete,Edit,EditExpressionValues,ManageValues,View}
DeleteCallRecordings
DownloadCallRecordings
EmailAddresses.{Create,Edit,Remove,View}
Evaluation.{Create,Delete,Edit,View}
EvaluationAssistant.Access
EvaluationCalibrationSessions.{Create,Delete,Edit,View}
EvaluationForms.{Create,Delete,Edit,View}
EvaluationReviewRequest.{Create,Delete,View}
EvaluationReviews.{Create,View}
FileAttachments.Configurations.{Edit,View}
ForecastScheduleInterval.{Edit,View}
Forecasting.{Edit,Publish,View}
GraphTrends.View
HistoricalChanges.View
HoursOfOperation.{Create,Delete,Edit,View}
ListenCallRecordings
ManagerBargeIn
ManagerListenIn
ManualAssignAnyContact.Enable
ManualAssignMyContacts.Enable
MetricsReports.{Create,Delete,Edit,Publish,Schedule,Share,View}
MyCoachingSessions.{Create,Delete,Edit,View}
MyContacts.View
OutboundCallAccess
OutboundEmail.Create
PhoneNumbers.{Claim,Edit,Release,View}
PredefinedAttributes.{Create,Delete,Edit,View}
Prompts.{Create,Delete,Edit,View}
{QConnectAIAgents,QConnectAIPrompts,QConnectGuardrails}.{Create,Delete,Edit,View}
Queues.{Create,Delete,Edit,EditExpressions,EnableAndDisable,Purge,View}
RealtimeContactLens.View
RedactedData.View
ReportSchedules.{Create,Delete,Edit,View}
ReportsAdmin.{Access,Delete,Publish,Schedule,View}
RoutingPolicies.{Create,Delete,Edit,View}
Rules.{Create,Delete,Edit,View}
RulesGenerativeAI.{Create,Delete,Edit,View}
Scheduling.{Edit,Publish,View}
ScreenRecording.{Access,Delete,Download}
SecurityProfiles.{Create,Delete,Edit,View}
SelfAssignContacts.Access
StaffCalendar.{Edit,View}
StopContact.Enabled
TaskTemplates.{Create,Delete,Edit,View}
TeamCalendar.{Edit,View}
TestCases.{Create,Delete,Edit,Execute,Publish,View}
TimeOff.{Approve,Edit,View}
TimeOffBalance.{Edit,View}
Transcript.View
TransferContact.Enabled
TransferDestinations.{Create,Delete,Edit,View}
UnredactedData.View
UpdateContactSchedule.Enabled
Users.{Create,Delete,Edit,EditPermission,EnableAndDisable,View}
VideoContact.Access
Views.{Create,Edit,Remove,View}
VoiceId.Access
VoiceIdAttributesAndSearch.View
VoiceIdUpdateSpeakerId.Access
Wisdom.View
Workspaces.{Assign,Create,Delete,Edit,EditVisibility,View}
"""

# The guide's InformationExtraction.Definitions.* and ThemeDetection.* are left out: their exact names were not found.
_DOCUMENTED_ONLY = """
AnalyticsConnectors.{Edit,View}
Bots.Delete
Contacts.Tag.Edit
InformationExtraction.Results.View
MyReceivedEvaluations.View
RequireEndContactConfirmation.Enabled
RestrictContactAccessByHierarchy.View
RestrictPhoneTypeSettings.Access
RestrictTaskCreation.Access
ScreenRecording.Redacted.{Access,Download}
"""


def _expand(pattern: str) -> list[str]:
    """`A.{X,Y}` as `A.X` and `A.Y`."""
    head, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    choices, _, tail = rest.partition("}")
    return [name for choice in choices.split(",") for name in _expand(head + choice + tail)]


PERMISSIONS = frozenset(name for line in (_IN_ADMIN_PROFILE + _DOCUMENTED_ONLY).split() for name in _expand(line))
