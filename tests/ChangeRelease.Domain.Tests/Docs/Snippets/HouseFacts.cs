using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

// snippet: start-fact-source
internal sealed class HouseFacts(ChangeCalendar calendar) : IFactSource
{
    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => new(calendar);

    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => new(new DirectorySnapshot(
        "ldap 8812", [new Membership(Needs.Assessors, [new ActorId("dan")])]));

    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => new((ApprovalPolicy?)null);

    public ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => new(AssessmentScheme.Plain);

    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) => new((TemplateStanding?)null);

    public ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation) => new((EmergencyTerms?)null);

    public ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) => new((KnownIncident?)null);
}
// end
