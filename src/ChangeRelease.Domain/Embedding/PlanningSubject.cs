using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What is the same of a change and a release that are to be planned.</summary>
internal sealed record PlanningSubject(WorkItemId Item, HolderId Holder)
{
    /// <summary>Where it stands; null when there is no such subject.</summary>
    public State? Status { get; init; }

    public Effort? Effort { get; init; }

    public CalendarQuestion? Question { get; init; }

    public ValueList<Slot> Slots { get; init; } = [];

    public ValueList<Slot> Acceptable { get; init; } = [];

    public ValueList<ActorId> People { get; init; } = [];

    public int Weight { get; init; } = 1;

    /// <summary>The release that it rides on, which gives it its slots.</summary>
    public ReleaseId? Aboard { get; init; }

    /// <summary>What must be made before it.</summary>
    public ValueList<PlanningDependency> DependsOn { get; init; } = [];

    public ValueList<Target> Targets => Question?.Targets ?? [];

    public static PlanningSubject Of(ChangeRequest change, PlanningSubject named, CalendarQuestion? question, Duration guardBand, PriorityTable priorities) => named with
    {
        Status = change.Status,
        Effort = change.Content.Effort?.After(guardBand),
        Question = question,
        Slots = change.Aboard is null ? change.Slots : [],
        Acceptable = change.Content.AcceptableTimes,
        People = change.Content.Implementers,
        Weight = priorities.WeightOf(priorities.Of(change.Content)),
        Aboard = change.Aboard,
    };

    public static PlanningSubject Of(Release release, PlanningSubject named, CalendarQuestion? question, Duration guardBand) => named with
    {
        Status = release.Status,
        Effort = release.Content.Effort?.After(guardBand),
        Question = question,
        Slots = release.Slots,
    };

    public WorkItem ToItem(ChangeCalendar calendar, Instant notBefore) => new(Item, Effort!)
    {
        Times = Acceptable.Count == 0 ? [Opening(calendar)] : [Opening(calendar), PlanningTimes.Of("acceptable times", SlotSet.Of([.. Acceptable]))],
        Demands = Targets.Select(PlanningNames.Of).Concat(People.Select(PlanningNames.Of)).Distinct().Select(resource => new Demand(resource)).ToValueList(),
        NotBefore = DependsOn.Select(dependency => dependency.Ends).OfType<Instant>().Append(notBefore).Max(),
        Preferred = Slots.Count == 0 ? null : Slots[0].Start,
        Weight = Weight,
        Priority = Weight,
        Classes = Question!.Classes,
    };

    private PlanningTimes Opening(ChangeCalendar calendar) => PlanningTimes.Of(calendar, Question!);
}
