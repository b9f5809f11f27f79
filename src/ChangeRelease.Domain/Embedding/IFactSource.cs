using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host answers what decisions need to know, beyond what the event store holds.</summary>
/// <remarks>
/// Null means "not known": what needs it is refused, never allowed (S-4). An exception means "broken": the desk lets it
/// through and has written nothing. Every answer carries its own version, which is recorded with the decision (S-6).
/// </remarks>
public interface IFactSource
{
    /// <summary>The change calendar in force.</summary>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The calendar, or null when there is none.</returns>
    ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation);

    /// <summary>Who is in which role, now.</summary>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The snapshot, or null when the directory does not answer.</returns>
    ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation);

    /// <summary>Whose approvals are needed.</summary>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The policy, or null when there is none; then nobody can approve (S-8).</returns>
    ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation);

    /// <summary>How changes are assessed, and who may authorize which risk; none unless the host says otherwise, and then nothing can be assessed (S-4).</summary>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The scheme, or null when there is none.</returns>
    ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => new((AssessmentScheme?)null);

    /// <summary>Which service depends on which, asked only where the assessment scheme grades it; not known unless the host says otherwise.</summary>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The graph, or null when it cannot be looked up; then nothing is assessed under such a scheme (S-4).</returns>
    ValueTask<ServiceGraph?> ServiceGraphAsync(CancellationToken cancellation) => new((ServiceGraph?)null);

    /// <summary>How changes like this one went, asked only where the assessment scheme grades it; not known unless the host says otherwise.</summary>
    /// <param name="content">What the change says.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The counts, none of none for a change without its like; or null when nobody counts, and then nothing is assessed under such a scheme (S-4).</returns>
    ValueTask<SimilarChanges?> SimilarChangesAsync(ChangeContent content, CancellationToken cancellation) => new((SimilarChanges?)null);

    /// <summary>How a template stands that the host keeps elsewhere: asked only about one that has no stream of its own (S-30).</summary>
    /// <remarks>Uses of such a template are counted by the host. Whoever proposes templates at a <see cref="TemplateDesk"/> answers null.</remarks>
    /// <param name="template">The template.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>Its standing, or null when there is no such template.</returns>
    ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation);

    /// <summary>The host's terms for emergencies. How often glass was broken, and what is overdue, the desk counts itself.</summary>
    /// <param name="content">The emergency change's content: its incident and its services.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The terms, or null when there are none; then no emergency goes ahead.</returns>
    ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation);

    /// <summary>What incident management knows of an incident.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The incident with its severity, or null when it is not known.</returns>
    ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation);

    /// <summary>The classes that a change is of, beside its model: what freezes exempt (S-48); none unless the host says otherwise.</summary>
    /// <remarks>Answer from what you know of the change, not from its tags: whoever writes the change writes these.</remarks>
    /// <param name="content">What the change says.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The classes.</returns>
    ValueTask<ValueList<ChangeClass>> ClassesAsync(ChangeContent content, CancellationToken cancellation) => new(ValueList<ChangeClass>.Empty);

    /// <summary>The classes that a release is of, beside its type: what freezes exempt (S-48); none unless the host says otherwise.</summary>
    /// <param name="content">What the release says.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The classes.</returns>
    ValueTask<ValueList<ChangeClass>> ClassesAsync(ReleaseContent content, CancellationToken cancellation) => new(ValueList<ChangeClass>.Empty);

    /// <summary>The environments that a release's package passes before production; straight to production unless the host says otherwise (S-52).</summary>
    /// <remarks>Answer from what you know of the release, for example its type: hosts have a path for each channel.</remarks>
    /// <param name="content">What the release says.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The path; or null when it cannot be looked up, and then nothing is promoted nor passes its tests (S-4).</returns>
    ValueTask<PromotionPath?> PromotionPathAsync(ReleaseContent content, CancellationToken cancellation) => new(PromotionPath.Direct);

    /// <summary>The versions that serve the environments of a release now, the release's own among them; not known unless the host says otherwise, and then nothing is deployed (S-4, S-52).</summary>
    /// <param name="content">What the release says: its services and its environments.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The versions, none where nothing serves yet; or null when they cannot be looked up.</returns>
    ValueTask<ValueList<ActiveVersion>?> ActiveVersionsAsync(ReleaseContent content, CancellationToken cancellation) => new((ValueList<ActiveVersion>?)null);

    /// <summary>What a release depends on, what runs where it goes, and what is excepted; not known unless the host says otherwise, and then nothing goes live (S-4, S-53).</summary>
    /// <remarks>A host whose releases depend on nothing answers <see cref="KnownDependencies.None"/>.</remarks>
    /// <param name="release">The release as it is.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The dependencies; or null when they cannot be looked up.</returns>
    ValueTask<KnownDependencies?> DependenciesAsync(Release release, CancellationToken cancellation) => new((KnownDependencies?)null);

    /// <summary>What the host's own requirements look at when a change is decided on; nothing unless the host says otherwise.</summary>
    /// <param name="change">The change as it is.</param>
    /// <param name="command">What is attempted; null when it is asked what may be done.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The facts; what is not known is left out.</returns>
    ValueTask<FactSet> HostFactsAsync(ChangeRequest change, ChangeCommand? command, CancellationToken cancellation) => new(FactSet.None);

    /// <summary>What the host's own requirements look at when a template is decided on; nothing unless the host says otherwise.</summary>
    /// <param name="template">The template as it is.</param>
    /// <param name="command">What is attempted; null when it is asked what may be done.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The facts; what is not known is left out.</returns>
    ValueTask<FactSet> HostFactsAsync(ChangeTemplate template, TemplateCommand? command, CancellationToken cancellation) => new(FactSet.None);

    /// <summary>What the host's own requirements look at when a board's meeting is decided on; nothing unless the host says otherwise.</summary>
    /// <param name="meeting">The meeting as it is.</param>
    /// <param name="command">What is attempted; null when it is asked what may be done.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The facts; what is not known is left out.</returns>
    ValueTask<FactSet> HostFactsAsync(BoardMeeting meeting, MeetingCommand? command, CancellationToken cancellation) => new(FactSet.None);

    /// <summary>What the host's own requirements look at when a release is decided on; nothing unless the host says otherwise.</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="command">What is attempted; null when it is asked what may be done.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    /// <returns>The facts; what is not known is left out.</returns>
    ValueTask<FactSet> HostFactsAsync(Release release, ReleaseCommand? command, CancellationToken cancellation) => new(FactSet.None);
}
