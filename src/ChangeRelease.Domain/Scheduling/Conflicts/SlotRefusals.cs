using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Says what speaks against a slot, with what would cure it (S-3).</summary>
internal static class SlotRefusals
{
    public static ValueList<Refusal> Of(SlotAnswer answer) =>
    [
        .. answer.Calendar.Freezes.Distinct().Select(freeze => Frozen(answer, freeze)),
        .. answer.Calendar.Gaps.GroupBy(gap => gap.Span).Select(gaps => Closed(answer, gaps)),
        .. answer.Conflicts.Hard.Select(conflict => Conflicting(answer, conflict)),
    ];

    private static Refusal Frozen(SlotAnswer answer, Occurrence freeze) => Refusal.Of(
        "scheduling.slot.frozen",
        "No freeze touches the work, unless it is exempt.",
        Why.Because(freeze.Span.Overlaps(answer.Work.Slot)
                ? $"The {freeze} is in force."
                : $"Work must be over {freeze.Rule.RunwayBefore.ToText()} before the {freeze}.")
            .Seeing("freeze", $"{freeze.Rule.Id} {freeze.Span}")
            .CuredBy(Suggestion(answer)));

    private static Refusal Closed(SlotAnswer answer, IGrouping<Slot, Gap> gaps) => Refusal.Of(
        "scheduling.slot.closed",
        "A window is open for all of the work.",
        Why.Because($"No window is open from {gaps.Key.Start.ToText()} to {gaps.Key.End.ToText()} for {string.Join(", ", gaps.Select(gap => gap.Target))}.")
            .CuredBy(Suggestion(answer)));

    private static Refusal Conflicting(SlotAnswer answer, Conflict conflict) => Refusal.Of(
        "scheduling.slot.conflict",
        "No other work is in the way, as far as hard rules go.",
        Why.Because(conflict.Sentence)
            .Seeing("rule", conflict.Rule.Id)
            .Seeing("others", conflict.Others)
            .CuredBy(conflict.Kind == ConflictKind.Unjudged ? conflict.Remedies[0] : Suggestion(answer)));

    private static Remedy Suggestion(SlotAnswer answer) => answer.Earliest.Start is { } start
        ? Remedy.Do($"Start {answer.Work.Name} at {start.ToText()}, the earliest that is open and clear")
        : Remedy.Do($"Ask for a window, or move others: no start before {answer.Earliest.SearchedUntil.ToText()} is open and clear");
}
