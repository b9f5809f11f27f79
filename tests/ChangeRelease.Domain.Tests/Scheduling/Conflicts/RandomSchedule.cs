using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Conflicts.Planned;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>A small world by seed: a graph, a policy and a schedule in whole minutes, so close together that much is in the way.</summary>
internal sealed class RandomSchedule
{
    public const int Minutes = 240;

    private static readonly string[] Services = ["a", "b", "c", "d", "e"];
    private static readonly string[] Places = ["test", "production"];
    private static readonly string[] People = ["ann", "ben", "cid"];
    private static readonly string[] Names = ["risky", "network"];

    private readonly Random _random;

    public RandomSchedule(int seed)
    {
        _random = new Random(seed);
        Arrows = [.. Enumerable.Range(0, _random.Next(7)).Select(_ => (Pick(Services), Pick(Services))).Distinct()];
        Known = _random.Next(4) == 0 ? [.. Services.Skip(1)] : Services;
        Arrows = [.. Arrows.Where(arrow => Known.Contains(arrow.From) && Known.Contains(arrow.To))];
        Graph = _random.Next(12) == 0 ? null : ServiceGraph.Of(
            "v1", Known.Select(name => new ServiceNode(new ServiceId(name))), Arrows.Select(arrow => new ServiceDependency(new ServiceId(arrow.From), new ServiceId(arrow.To))));
        Policy = Planned.Policy([.. Enumerable.Range(0, _random.Next(1, 5)).Select(NextRule)]);
        Works = [.. Enumerable.Range(0, _random.Next(12)).Select(number => NextWork(FormattableString.Invariant($"H{number}")))];
        Works = [.. Works, .. Works.Where(_ => _random.Next(4) == 0).Select(work => NextWork(work.Holder.Value) with { Part = 2 })];
    }

    public (string From, string To)[] Arrows { get; }

    public string[] Known { get; }

    public ServiceGraph? Graph { get; }

    public ConflictPolicy Policy { get; }

    public ScheduledWork[] Works { get; private set; }

    /// <summary>Work that may or may not be scheduled.</summary>
    public ScheduledWork NextCandidate() => Works.Length > 0 && _random.Next(3) == 0
        ? Pick(Works).MovedTo(NextSlot())
        : NextWork("X");

    public int Next(int below) => _random.Next(below);

    public ScheduledWork[] Shuffled() => [.. Works.OrderBy(_ => _random.Next())];

    public ScheduledWork NextWork(string holder) => new(new HolderId(holder), NextSlot())
    {
        Targets = Some(3, () => new Target(new ServiceId(Pick(Services)), new EnvironmentId(Pick(Places))) { Tenant = _random.Next(6) == 0 ? new TenantId("acme") : null }),
        People = Some(2, () => new ActorId(Pick(People))),
        ExclusiveEnvironments = _random.Next(4) == 0 ? Some(2, () => new EnvironmentId(Pick(Places))) : [],
        Classes = Some(2, () => new ChangeClass(Pick(Names))),
    };

    public Slot NextSlot()
    {
        var from = _random.Next(Minutes / 10) * (_random.Next(2) == 0 ? 10 : 5);
        return Slot(from, from + (_random.Next(2) == 0 ? 10 * _random.Next(1, 5) : _random.Next(1, 60)));
    }

    private ConflictRule NextRule(int number)
    {
        var (id, severity) = (Rule(FormattableString.Invariant($"r{number}")), (ConflictSeverity)_random.Next(2));
        var rule = _random.Next(7) switch
        {
            0 => ConflictRule.SameService(id, severity) with { AtOnce = NextNumber(), About = NextScope() },
            1 => ConflictRule.SamePerson(id, severity) with { AtOnce = NextNumber() },
            2 => ConflictRule.SameEnvironment(id, severity, NextNumber()),
            3 => ConflictRule.ExclusiveEnvironment(id, severity),
            4 => NextExclusion(id, severity),
            5 => ConflictRule.Limit(id, severity, NextKey(), NextNumber()),
            _ => ConflictRule.RelatedServices(id, severity, _random.Next(1, 4)) with { About = NextScope() },
        };
        return rule with { Gap = _random.Next(2) == 0 ? Duration.Zero : Duration.FromMinutes(5 * _random.Next(1, 5)) };
    }

    private ConflictRule NextExclusion(RuleId id, ConflictSeverity severity)
    {
        var (one, other) = (NextKey(), NextKey());
        return one == other ? ConflictRule.Limit(id, severity, one, 1) : ConflictRule.Exclusion(id, severity, one, other);
    }

    private int NextNumber() => _random.Next(2) == 0 ? 1 : _random.Next(2, 4);

    private Scope NextScope() => _random.Next(3) == 0 ? Scope.Environment(new EnvironmentId(Pick(Places))) : Scope.Everything;

    private ConflictKey NextKey() => _random.Next(6) switch
    {
        0 => ConflictKey.Class(new ChangeClass(Pick(Names))),
        1 => ConflictKey.Environment(new EnvironmentId(Pick(Places))),
        2 => ConflictKey.Service(new ServiceId(Pick(Services))),
        3 => ConflictKey.Person(new ActorId(Pick(People))),
        4 => ConflictKey.Target(new Target(new ServiceId(Pick(Services)), new EnvironmentId(Pick(Places)))),
        _ => ConflictKey.Holder(new HolderId(FormattableString.Invariant($"H{_random.Next(8)}"))),
    };

    private ValueList<T> Some<T>(int most, Func<T> next) => Enumerable.Range(0, _random.Next(most + 1)).Select(_ => next()).ToValueList();

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
