using System.Reflection;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A source of facts in which exactly one record stalls: its answer is fetched, and something happens before it arrives.</summary>
internal sealed class StallingFacts(IFactSource inner, string record, Func<CancellationToken, Task> stall) : IFactSource
{
    /// <summary>Every record that a source supplies, by its look-up.</summary>
    public static IReadOnlyList<string> Records { get; } = [.. typeof(IFactSource).GetMethods().Select(NameOf).Order(StringComparer.Ordinal)];

    public ValueTask<ChangeCalendar?> CalendarAsync(CancellationToken cancellation) => Answer("Calendar", inner.CalendarAsync(cancellation), cancellation);

    public ValueTask<DirectorySnapshot?> DirectoryAsync(CancellationToken cancellation) => Answer("Directory", inner.DirectoryAsync(cancellation), cancellation);

    public ValueTask<ApprovalPolicy?> PolicyAsync(CancellationToken cancellation) => Answer("Policy", inner.PolicyAsync(cancellation), cancellation);

    public ValueTask<AssessmentScheme?> AssessmentSchemeAsync(CancellationToken cancellation) => Answer("AssessmentScheme", inner.AssessmentSchemeAsync(cancellation), cancellation);

    public ValueTask<ServiceGraph?> ServiceGraphAsync(CancellationToken cancellation) => Answer("ServiceGraph", inner.ServiceGraphAsync(cancellation), cancellation);

    public ValueTask<SimilarChanges?> SimilarChangesAsync(ChangeContent content, CancellationToken cancellation) => Answer("SimilarChanges", inner.SimilarChangesAsync(content, cancellation), cancellation);

    public ValueTask<TemplateStanding?> TemplateAsync(TemplateId template, CancellationToken cancellation) => Answer("Template", inner.TemplateAsync(template, cancellation), cancellation);

    public ValueTask<EmergencyTerms?> EmergencyTermsAsync(ChangeContent content, CancellationToken cancellation) => Answer("EmergencyTerms", inner.EmergencyTermsAsync(content, cancellation), cancellation);

    public ValueTask<KnownIncident?> IncidentAsync(IncidentId incident, CancellationToken cancellation) => Answer("Incident", inner.IncidentAsync(incident, cancellation), cancellation);

    public ValueTask<FactSet> HostFactsAsync(ChangeRequest change, ChangeCommand? command, CancellationToken cancellation) => Answer("HostFacts of ChangeRequest", inner.HostFactsAsync(change, command, cancellation), cancellation);

    public ValueTask<FactSet> HostFactsAsync(ChangeTemplate template, TemplateCommand? command, CancellationToken cancellation) => Answer("HostFacts of ChangeTemplate", inner.HostFactsAsync(template, command, cancellation), cancellation);

    public ValueTask<FactSet> HostFactsAsync(Release release, ReleaseCommand? command, CancellationToken cancellation) => Answer("HostFacts of Release", inner.HostFactsAsync(release, command, cancellation), cancellation);

    public ValueTask<FactSet> HostFactsAsync(BoardMeeting meeting, MeetingCommand? command, CancellationToken cancellation) => Answer("HostFacts of BoardMeeting", inner.HostFactsAsync(meeting, command, cancellation), cancellation);

    public ValueTask<ValueList<ChangeClass>> ClassesAsync(ChangeContent content, CancellationToken cancellation) => Answer("Classes of ChangeContent", inner.ClassesAsync(content, cancellation), cancellation);

    public ValueTask<ValueList<ChangeClass>> ClassesAsync(ReleaseContent content, CancellationToken cancellation) => Answer("Classes of ReleaseContent", inner.ClassesAsync(content, cancellation), cancellation);

    public ValueTask<ValueList<ActiveVersion>?> ActiveVersionsAsync(ReleaseContent content, CancellationToken cancellation) => Answer("ActiveVersions", inner.ActiveVersionsAsync(content, cancellation), cancellation);

    public ValueTask<PromotionPath?> PromotionPathAsync(ReleaseContent content, CancellationToken cancellation) => Answer("PromotionPath", inner.PromotionPathAsync(content, cancellation), cancellation);

    public ValueTask<KnownDependencies?> DependenciesAsync(Release release, CancellationToken cancellation) => Answer("Dependencies", inner.DependenciesAsync(release, cancellation), cancellation);

    private static string NameOf(MethodInfo look)
    {
        var name = look.Name[..^"Async".Length];
        return name is "HostFacts" or "Classes" ? $"{name} of {look.GetParameters()[0].ParameterType.Name}" : name;
    }

    private async ValueTask<T> Answer<T>(string name, ValueTask<T> answer, CancellationToken cancellation)
    {
        var fetched = await answer;
        if (name == record)
        {
            await stall(cancellation);
        }

        return fetched;
    }
}
