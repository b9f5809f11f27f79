using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>What is in the way, found by looking at every pair and every minute, from the words of the rules alone.</summary>
internal sealed class ConflictOracle(RandomSchedule world)
{
    private const int First = -60;
    private const int Last = RandomSchedule.Minutes + 200;
    private const int Never = 1_000;

    private readonly Dictionary<(string From, string To), int> _steps = Steps(world);

    /// <summary>Everything in the way of work, one line each.</summary>
    public List<string> Against(ScheduledWork work, IEnumerable<ScheduledWork> schedule, ConflictSeverity? only = null)
    {
        ScheduledWork[] others = [.. schedule.Where(other => other.Holder != work.Holder)];
        return [.. world.Policy.Rules.Where(rule => only is null || rule.Severity == only).SelectMany(rule => Unknown(rule, work)
            .Concat(rule.AtOnce > 1 ? Crowds(rule, work, others) : others.SelectMany(other => Pairs(rule, work, other).Select(keys => Told(rule, work, other, keys)))))];
    }

    /// <summary>Everything in the way of anything, one line each.</summary>
    public List<string> All(IReadOnlyList<ScheduledWork> schedule) =>
    [
        .. world.Policy.Rules.SelectMany(rule => schedule.SelectMany(work => Unknown(rule, work))
            .Concat(rule.AtOnce > 1 ? AllCrowds(rule, schedule) : AllPairs(rule, schedule))),
    ];

    public int? EarliestStart(ScheduledWork work, IReadOnlyCollection<ScheduledWork> schedule, int from, int until)
    {
        var length = Minute(work.Slot.End) - Minute(work.Slot.Start);
        for (var start = from; start + length <= until; start++)
        {
            if (Against(work.MovedTo(Planned.Slot(start, start + length)), schedule, ConflictSeverity.Hard).Count == 0)
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>The same line for a conflict that the library told.</summary>
    public static string Told(Conflict conflict)
    {
        var names = string.Join("+", conflict.Others.Select(NameOf).Order(StringComparer.Ordinal));
        var keys = conflict.Kind == ConflictKind.Unjudged || conflict.Key == conflict.OtherKey ? $"{conflict.Key}" : $"{conflict.Key}>{conflict.OtherKey}";
        return Line(conflict.Rule, conflict.Kind, NameOf(conflict.Work), names, keys, Minute(conflict.Span.Start), Minute(conflict.Span.End));
    }

    public static string NameOf(ScheduledWork work) => FormattableString.Invariant($"{work.Holder}.{work.Part}");

    private static int Minute(Instant instant) => (int)(instant - Planned.Midnight).TotalMinutes;

    private static string Line(ConflictRule rule, ConflictKind kind, string work, string others, string keys, int from, int until) =>
        FormattableString.Invariant($"{rule.Id} {kind}: {work} with {others} by {keys} in {from}..{until}");

    private static int Gap(ConflictRule rule) => (int)rule.Gap.TotalMinutes;

    private static string Told(ConflictRule rule, ScheduledWork work, ScheduledWork other, string keys)
    {
        var (from, until) = (Math.Max(Minute(work.Slot.Start), Minute(other.Slot.Start)), Math.Min(Minute(work.Slot.End), Minute(other.Slot.End)));
        return from < until
            ? Line(rule, ConflictKind.Overlap, NameOf(work), NameOf(other), keys, from, until)
            : Line(rule, ConflictKind.TooNear, NameOf(work), NameOf(other), keys, until, until + Gap(rule));
    }

    private static bool AreNear(ConflictRule rule, ScheduledWork one, ScheduledWork other) =>
        Minute(one.Slot.Start) < Minute(other.Slot.End) + Gap(rule) && Minute(other.Slot.Start) < Minute(one.Slot.End) + Gap(rule);

    private static Dictionary<(string From, string To), int> Steps(RandomSchedule world)
    {
        var steps = new Dictionary<(string From, string To), int>();
        int Of(string from, string to) => from == to ? 0 : steps.GetValueOrDefault((from, to), Never);
        foreach (var (from, to) in world.Arrows)
        {
            steps[(from, to)] = 1;
        }

        foreach (var over in world.Known)
        {
            foreach (var from in world.Known)
            {
                foreach (var to in world.Known)
                {
                    steps[(from, to)] = Math.Min(Of(from, to), Of(from, over) + Of(over, to));
                }
            }
        }

        return steps;
    }

    // The keys by which two are in each other's way, whenever they are near.
    private IEnumerable<string> Pairs(ConflictRule rule, ScheduledWork work, ScheduledWork other)
    {
        if (work.Holder == other.Holder || !AreNear(rule, work, other))
        {
            return [];
        }

        return rule.Kind switch
        {
            ConflictRuleKind.ExclusiveEnvironment => Alone(work, other),
            ConflictRuleKind.Exclusion => Excluded(rule, work, other),
            ConflictRuleKind.RelatedServices => Related(rule, work, other),
            _ => Keys(rule, work).Intersect(Keys(rule, other)),
        };
    }

    private static IEnumerable<string> Keys(ConflictRule rule, ScheduledWork work) => rule.Kind switch
    {
        ConflictRuleKind.SameService => work.Targets.Where(rule.About.Matches).Select(target => target.ToString()).Distinct(),
        ConflictRuleKind.SamePerson => work.People.Select(person => $"person {person}").Distinct(),
        ConflictRuleKind.SameEnvironment => Environments(work).Select(name => $"environment {name}"),
        ConflictRuleKind.Limit when rule.Key!.IsOf(work) => [rule.Key.ToString()],
        _ => [],
    };

    private static IEnumerable<string> Environments(ScheduledWork work) =>
        work.Targets.Select(target => target.Environment.Value).Concat(work.ExclusiveEnvironments.Select(environment => environment.Value)).Distinct();

    private static IEnumerable<string> Alone(ScheduledWork work, ScheduledWork other)
    {
        foreach (var name in Environments(work).Intersect(Environments(other)))
        {
            if (work.ExclusiveEnvironments.Contains(new EnvironmentId(name)))
            {
                yield return $"environment {name} alone>environment {name}";
            }
            else if (other.ExclusiveEnvironments.Contains(new EnvironmentId(name)))
            {
                yield return $"environment {name}>environment {name} alone";
            }
        }
    }

    private static IEnumerable<string> Excluded(ConflictRule rule, ScheduledWork work, ScheduledWork other) =>
        rule.Key!.IsOf(work) && rule.OtherKey!.IsOf(other) ? [$"{rule.Key}>{rule.OtherKey}"]
        : rule.OtherKey!.IsOf(work) && rule.Key.IsOf(other) ? [$"{rule.OtherKey}>{rule.Key}"]
        : [];

    private IEnumerable<string> Related(ConflictRule rule, ScheduledWork work, ScheduledWork other) =>
        from own in work.Targets.Distinct()
        from its in other.Targets.Distinct()
        where own.Service != its.Service && own.Environment == its.Environment && own.Tenant == its.Tenant
        where rule.About.Matches(own) && rule.About.Matches(its) && world.Graph is not null
        where Apart(own.Service.Value, its.Service.Value) is var apart && apart >= rule.Nearest && apart <= rule.Farthest
        select $"{own}>{its}";

    private int Apart(string one, string other) => Math.Min(_steps.GetValueOrDefault((one, other), Never), _steps.GetValueOrDefault((other, one), Never));

    private IEnumerable<string> Unknown(ConflictRule rule, ScheduledWork work) => rule.Kind != ConflictRuleKind.RelatedServices ? [] : work.Targets.Distinct()
        .Where(target => rule.About.Matches(target) && (world.Graph is null || !world.Known.Contains(target.Service.Value)))
        .Select(target => Line(rule, ConflictKind.Unjudged, NameOf(work), string.Empty, target.ToString(), Minute(work.Slot.Start), Minute(work.Slot.End)));

    private IEnumerable<string> AllPairs(ConflictRule rule, IReadOnlyList<ScheduledWork> schedule) =>
        from work in schedule
        from other in schedule
        where IsBefore(other, work)
        from keys in Pairs(rule, work, other)
        select Told(rule, work, other, keys);

    private static bool IsBefore(ScheduledWork one, ScheduledWork other) =>
        (one.Slot.Start, one.Holder.Value, one.Part).CompareTo((other.Slot.Start, other.Holder.Value, other.Part)) < 0;

    private static IEnumerable<string> Crowds(ConflictRule rule, ScheduledWork work, ScheduledWork[] others)
    {
        foreach (var key in Keys(rule, work))
        {
            ScheduledWork[] there = [.. others.Where(other => Keys(rule, other).Contains(key))];
            foreach (var (from, until) in Runs(minute => Minute(work.Slot.Start) <= minute && minute < Minute(work.Slot.End) + Gap(rule) && Present(rule, there, minute) >= rule.AtOnce))
            {
                yield return Line(rule, ConflictKind.OverCapacity, NameOf(work), Names(rule, there, from, until), key, from, until);
            }
        }
    }

    private static IEnumerable<string> AllCrowds(ConflictRule rule, IReadOnlyList<ScheduledWork> schedule)
    {
        foreach (var key in schedule.SelectMany(work => Keys(rule, work)).Distinct())
        {
            ScheduledWork[] there = [.. schedule.Where(work => Keys(rule, work).Contains(key))];
            foreach (var (from, until) in Runs(minute => Present(rule, there, minute) > rule.AtOnce))
            {
                var last = there.Where(work => IsIn(rule, work, from, until)).Aggregate((one, other) => IsBefore(one, other) ? other : one);
                yield return Line(rule, ConflictKind.OverCapacity, NameOf(last), Names(rule, [.. there.Where(work => work != last)], from, until), key, from, until);
            }
        }
    }

    private static int Present(ConflictRule rule, IEnumerable<ScheduledWork> works, int minute) =>
        works.Where(work => IsIn(rule, work, minute, minute + 1)).Select(work => work.Holder).Distinct().Count();

    private static bool IsIn(ConflictRule rule, ScheduledWork work, int from, int until) => Minute(work.Slot.Start) < until && from < Minute(work.Slot.End) + Gap(rule);

    private static string Names(ConflictRule rule, IEnumerable<ScheduledWork> works, int from, int until) =>
        string.Join("+", works.Where(work => IsIn(rule, work, from, until)).Select(NameOf).Order(StringComparer.Ordinal));

    private static IEnumerable<(int From, int Until)> Runs(Predicate<int> isIn)
    {
        for (var minute = First; minute < Last; minute++)
        {
            var from = minute;
            while (minute < Last && isIn(minute))
            {
                minute++;
            }

            if (minute > from)
            {
                yield return (from, minute);
            }
        }
    }
}
