using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Foundation;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>Schedules in which everything is in the way of everything, and services that are related to all others.</summary>
internal static class HardSchedules
{
    private const int Works = 2_000;

    private static readonly EnvironmentId _production = new("production");
    private static readonly Instant _start = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly RuleId _rule = new("hard");

    public static IEnumerable<HardCase> Cases() =>
    [
        .. Of("all at the same time", _ => Hours(0, 1)),
        .. Of("each longer than the one before", at => Hours(0, at + 1)),
        .. Of("nested like onions", at => Hours(at, (2 * Works) - (2 * at) + 1)),
        .. Of("one after the other without a gap", at => Hours(at, 1)),
        .. Of("a long one over many short ones", at => at == 0 ? Hours(0, Works) : Hours(at, 1)),
        .. Of("a microsecond each", at => new Slot(_start + Duration.FromNanoseconds(at * 1_000), _start + Duration.FromNanoseconds((at + 1) * 1_000))),
        .. Of("centuries long", at => new Slot(_start + Duration.FromDays(at), _start + Duration.FromDays(at + 200_000))),
        .. HardGraphs.All.Select(hard => new HardCase("conflicts of relatives", hard.Name, () => Related(hard.Graph).IsClear)),
        .. HardGraphs.All.Select(hard => new HardCase("earliest start among relatives", hard.Name, () => IndexOf(hard.Graph).EarliestStart(Work(Works, Hours(0, 1), HardGraphs.Service(0)), _start, _start + Duration.FromDays(30)).Start is not null)),
    ];

    private static IEnumerable<HardCase> Of(string name, Func<int, Slot> slot)
    {
        var index = new Lazy<ConflictIndex>(() => ConflictIndex.Of(
            ConflictPolicy.Define(new PolicyId("hard"), 1, [ConflictRule.SameService(_rule, ConflictSeverity.Hard)]),
            Enumerable.Range(0, Works).Select(at => Work(at, slot(at), HardGraphs.Service(0)))));
        yield return new HardCase("all conflicts", name, () => index.Value.All(100).Conflicts.Count >= 0);
        yield return new HardCase("conflicts of one", name, () => index.Value.Against(Work(Works, slot(7), HardGraphs.Service(0)), 100).Conflicts.Count > 0);
        yield return new HardCase("earliest start", name, () => index.Value.EarliestStart(Work(Works, Hours(0, 1), HardGraphs.Service(0)), _start, _start + Duration.FromDays(100_000)).Start is not null);
    }

    private static ConflictReport Related(ServiceGraph graph) => IndexOf(graph).Against(Work(Works, Hours(0, 1), HardGraphs.Service(0)), 100);

    private static ConflictIndex IndexOf(ServiceGraph graph) => ConflictIndex.Of(
        ConflictPolicy.Define(new PolicyId("hard"), 1, [ConflictRule.RelatedServices(_rule, ConflictSeverity.Hard, farthest: 100)]),
        Enumerable.Range(1, Math.Min(500, graph.Count - 1)).Select(at => Work(at, Hours(at % 24, 2), HardGraphs.Service(at))),
        graph);

    private static ScheduledWork Work(int number, Slot slot, ServiceId service) => new(new HolderId(FormattableString.Invariant($"h{number}")), slot) { Targets = [new Target(service, _production)] };

    private static Slot Hours(int from, int length) => new(_start + Duration.FromHours(from), _start + Duration.FromHours(from + length));
}
