using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace QuickStart.Journeys;

/// <summary>What the files say; how often templates were used goes on counting while the story is played.</summary>
internal sealed class StoryFacts(FactBook book) : IFactSource
{
    private readonly List<TemplateId> _used = [];

    /// <summary>Takes a use of a template; of none, nothing.</summary>
    public void Submitted(TemplateId? template) => _used.AddRange(template is null ? [] : [template]);

    /// <summary>Somebody whom a person lets vote; null when there is nobody.</summary>
    public Actor? DelegateOf(Actor person) => book.Directory?.Delegations.FirstOrDefault(delegation => delegation.From == person.Id) is { } delegation ? Actor.Human(delegation.To) : null;

    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => book.CalendarAsync(cancellation);

    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => book.DirectoryAsync(cancellation);

    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => book.PolicyAsync(cancellation);

    public ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => new(AssessmentScheme.Plain);

    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) =>
        new(book.Templates.Where(known => known.Id == template).Select(known => known with { UsesLeft = known.UsesLeft - _used.Count(used => used == template) }).FirstOrDefault());

    public ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation) => book.EmergencyTermsAsync(content, cancellation);

    public ValueTask<ValueList<ActiveVersion>?> ActiveVersionsAsync(ReleaseContent content, CancellationToken cancellation) => book.ActiveVersionsAsync(content, cancellation);

    public ValueTask<KnownDependencies?> DependenciesAsync(Release release, CancellationToken cancellation) => book.DependenciesAsync(release, cancellation);

    public ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) => book.IncidentAsync(incident, cancellation);
}
