using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Says what is in the way of what, and what would cure it.</summary>
internal static class ConflictWords
{
    private static readonly long End = Microseconds.Of(Instant.MaxValue);

    public static Conflict Pair(ConflictLook look, ScheduledWork work, ScheduledWork other)
    {
        var (earlier, later) = other.CompareTo(work) < 0 ? (other, work) : (work, other);
        return work.Slot.Intersect(other.Slot) is { } both
            ? new Conflict(look, ConflictKind.Overlap, work, [other], both, $"{Meeting(look, work, other)} from {both.Start.ToText()} to {both.End.ToText()}.")
            : new Conflict(look, ConflictKind.TooNear, work, [other], After(earlier, look), TooNear(look, work, other, earlier, later));
    }

    public static Conflict Crowd(ConflictLook look, ScheduledWork work, ValueList<ScheduledWork> others, Crowd.Stretch stretch)
    {
        var span = Span(stretch.From, stretch.Until);
        var named = string.Join(", ", others.Select(other => other.Name));
        var more = others.Count == Conflict.MostNamed ? " and perhaps others" : string.Empty;
        return new Conflict(
            look,
            ConflictKind.OverCapacity,
            work,
            others,
            span,
            FormattableString.Invariant($"With {work.Name} up to {stretch.Peak} are at once {Where(look)} from {span.Start.ToText()} to {span.End.ToText()}{Counted(look)}, and {look.Rule.AtOnce} may be; the others are {named}{more}."));
    }

    public static Conflict Unjudged(ConflictLook look, ScheduledWork work) => new(
        look, ConflictKind.Unjudged, work, [], work.Slot, $"{look.Unknown}, so it is not known what is in the way of {work.Name} on {look.Own}.");

    /// <summary>What cures a conflict of work that was asked about, where the earliest clear start is known if there is one.</summary>
    public static ValueList<Remedy> Remedies(Conflict conflict, Instant? clear)
    {
        var own = Remedies(conflict);
        return clear is { } start && conflict is { Severity: ConflictSeverity.Hard, Kind: not ConflictKind.Unjudged }
            ? [Remedy.Do($"Start {conflict.Work.Name} at {start.ToText()}, the earliest start that no hard rule forbids"), .. own]
            : own;
    }

    /// <summary>What cures a conflict by itself.</summary>
    public static ValueList<Remedy> Remedies(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.Unjudged => [Remedy.Do("Let the graph of services know the service and what it depends on")],
        ConflictKind.OverCapacity => [Remedy.Do($"Move one of them out of {conflict.Span}")],
        _ => [Remedy.Do($"Start {conflict.Work.Name} at {ToInstant(Microseconds.Of(conflict.Others[0].Slot.End) + conflict.Rule.GapInMicroseconds).ToText()} or later, clear of {conflict.Others[0].Name}")],
    };

    private static string Meeting(ConflictLook look, ScheduledWork work, ScheduledWork other) => look.Rule.Kind switch
    {
        ConflictRuleKind.SamePerson => $"{work.Name} and {other.Name} both need {look.Own}",
        ConflictRuleKind.SameEnvironment => $"{work.Name} and {other.Name} are both in {look.Own}",
        ConflictRuleKind.Exclusion => $"{work.Name} ({look.Own}) and {other.Name} ({look.Other}) exclude each other, and both are at work",
        ConflictRuleKind.Limit => $"{work.Name} and {other.Name} are both at work with {look.Own}",
        ConflictRuleKind.ExclusiveEnvironment => Alone(look, work, other),
        ConflictRuleKind.RelatedServices => $"{work.Name} works on {look.Own}, {Relation(look)}, where {other.Name} works",
        _ => $"{work.Name} and {other.Name} both work on {look.Own}",
    };

    private static string Alone(ConflictLook look, ScheduledWork work, ScheduledWork other)
    {
        var (alone, present) = look.Own.IsAlone ? (work, other) : (other, work);
        return $"{alone.Name} has {(look.Own.IsAlone ? look.Other : look.Own)} to itself, and {present.Name} is there";
    }

    private static string Relation(ConflictLook look)
    {
        var steps = look.Relation!.Steps == 1 ? string.Empty : FormattableString.Invariant($" over {look.Relation.Steps} steps");
        return look.Relation.IsDependency ? $"which depends{steps} on {look.Other}" : $"on which {look.Other} depends{steps}";
    }

    private static string TooNear(ConflictLook look, ScheduledWork work, ScheduledWork other, ScheduledWork earlier, ScheduledWork later)
    {
        var between = later.Slot.Start - earlier.Slot.End;
        var about = look.Own == look.Other ? look.Own.ToString()
            : look.Relation is null ? $"{look.Own} with {look.Other}"
            : $"{look.Own}, {Relation(look)}";
        var whose = look.Own == look.Other ? string.Empty : $" ({work.Name} and {other.Name})";
        return $"{later.Name} starts {(between == Duration.Zero ? "at once" : between.ToText())} after {earlier.Name} ends, and {look.Rule.Gap.ToText()} must lie between: {about}{whose}.";
    }

    private static string Where(ConflictLook look) => look.Rule.Kind switch
    {
        ConflictRuleKind.SameService => $"on {look.Own}",
        ConflictRuleKind.SameEnvironment => $"in {look.Own}",
        _ => $"with {look.Own}",
    };

    private static string Counted(ConflictLook look) => look.Rule.Gap == Duration.Zero ? string.Empty : $", {look.Rule.Gap.ToText()} after each counted";

    private static Slot After(ScheduledWork earlier, ConflictLook look)
    {
        var end = Microseconds.Of(earlier.Slot.End);
        return Span(end, end + look.Gap);
    }

    // A gap may reach beyond the end of all time.
    private static Slot Span(long from, long until) => new(ToInstant(Math.Min(from, End - 1)), ToInstant(until));

    private static Instant ToInstant(long time) => Microseconds.ToInstant(Math.Min(time, End));
}
