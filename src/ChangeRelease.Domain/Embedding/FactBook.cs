using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Facts that stand still: for samples, tests, and hosts that load everything at once.</summary>
public sealed record FactBook : IFactSource
{
    /// <summary>The change calendar; null when there is none.</summary>
    public ChangeCalendar? Calendar { get; init; }

    /// <summary>Who is in which role; null when nobody knows.</summary>
    public DirectorySnapshot? Directory { get; init; }

    /// <summary>Whose approvals are needed; null when there is no policy.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>How changes are assessed, and who may authorize which risk; null when there is no scheme, and then nothing can be assessed.</summary>
    public AssessmentScheme? Scheme { get; init; }

    /// <summary>Which service depends on which; null when nobody knows.</summary>
    public ServiceGraph? ServiceGraph { get; init; }

    /// <summary>How similar changes went, the same for every change; null when nobody counts.</summary>
    public SimilarChanges? Similar { get; init; }

    /// <summary>The templates that are kept elsewhere than in streams. Nobody counts their uses: one whose uses are limited is not known to the book (S-4, S-30).</summary>
    public ValueList<TemplateStanding> Templates { get; init; } = [];

    /// <summary>The terms for emergencies; null when there are none.</summary>
    public EmergencyTerms? Emergencies { get; init; }

    /// <summary>The incidents that are known.</summary>
    public ValueList<KnownIncident> Incidents { get; init; } = [];

    /// <summary>The classes of every change and release, beside their model or type; none unless they are given.</summary>
    public ValueList<ChangeClass> Classes { get; init; } = [];

    /// <summary>The environments that packages pass before production; straight to production unless they are given, and null when nobody knows.</summary>
    public PromotionPath? Promotion { get; init; } = PromotionPath.Direct;

    /// <summary>The versions that serve environments; none unless they are given, and null when nobody knows.</summary>
    public ValueList<ActiveVersion>? Active { get; init; } = [];

    /// <summary>What every release depends on, and what runs; nothing unless it is given, and null when nobody knows.</summary>
    public KnownDependencies? Dependencies { get; init; } = KnownDependencies.None;

    /// <summary>What the host's own requirements look at, the same for every subject.</summary>
    public FactSet Host { get; init; } = FactSet.None;

    /// <inheritdoc/>
    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => new(Calendar);

    /// <inheritdoc/>
    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => new(Directory);

    /// <inheritdoc/>
    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => new(Policy);

    /// <inheritdoc/>
    public ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => new(Scheme);

    /// <inheritdoc/>
    public ValueTask<ServiceGraph?> ServiceGraphAsync(CancellationToken cancellation) => new(ServiceGraph);

    /// <inheritdoc/>
    public ValueTask<SimilarChanges?> SimilarChangesAsync(ChangeContent content, CancellationToken cancellation) => new(Similar);

    /// <inheritdoc/>
    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) =>
        new(Templates.FirstOrDefault(standing => standing.Id == template && standing.UsesLeft is null));

    /// <inheritdoc/>
    public ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation) => new(Emergencies);

    /// <inheritdoc/>
    public ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) =>
        new(Incidents.FirstOrDefault(known => known.Id == incident));

    /// <inheritdoc/>
    public ValueTask<ValueList<ChangeClass>> ClassesAsync(ChangeContent content, CancellationToken cancellation) => new(Classes);

    /// <inheritdoc/>
    public ValueTask<ValueList<ChangeClass>> ClassesAsync(ReleaseContent content, CancellationToken cancellation) => new(Classes);

    /// <inheritdoc/>
    public ValueTask<PromotionPath?> PromotionPathAsync(ReleaseContent content, CancellationToken cancellation) => new(Promotion);

    /// <inheritdoc/>
    public ValueTask<ValueList<ActiveVersion>?> ActiveVersionsAsync(ReleaseContent content, CancellationToken cancellation) => new(Active);

    /// <inheritdoc/>
    public ValueTask<KnownDependencies?> DependenciesAsync(Release release, CancellationToken cancellation) => new(Dependencies);

    /// <inheritdoc/>
    public ValueTask<FactSet> HostFactsAsync(ChangeRequest change, ChangeCommand? command, CancellationToken cancellation) => new(Host);

    /// <inheritdoc/>
    public ValueTask<FactSet> HostFactsAsync(ChangeTemplate template, TemplateCommand? command, CancellationToken cancellation) => new(Host);

    /// <inheritdoc/>
    public ValueTask<FactSet> HostFactsAsync(BoardMeeting meeting, MeetingCommand? command, CancellationToken cancellation) => new(Host);

    /// <inheritdoc/>
    public ValueTask<FactSet> HostFactsAsync(Release release, ReleaseCommand? command, CancellationToken cancellation) => new(Host);
}
