using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Foundation;

/// <summary>Graphs of services on which a search that follows every way never ends, or goes too deep.</summary>
internal static class HardGraphs
{
    public static IReadOnlyList<(string Name, ServiceGraph Graph)> All { get; } =
    [
        ("a chain of 3,000", Of(3_000, Pairs(2_999, at => (at, at + 1)))),
        ("a circle of 3,000", Of(3_000, Pairs(3_000, at => (at, (at + 1) % 3_000)))),
        ("one that depends on itself", Of(1, [(0, 0)])),
        ("everything on one of 2,000", Of(2_000, Pairs(1_999, at => (at + 1, 0)))),
        ("one on everything of 2,000", Of(2_000, Pairs(1_999, at => (0, at + 1)))),
        ("all on all of 120", Of(120, Pairs(120 * 120, at => (at / 120, at % 120)))),
        ("diamonds, with two ways a thousand times over", Of(3_001, Pairs(4_000, Diamond))),
        ("layers of 40, each on all of the next, 8 deep", Of(320, Pairs(7 * 1_600, at => ((at / 1_600 * 40) + (at % 1_600 / 40), ((at / 1_600) + 1) * 40 + (at % 40))))),
        ("the same dependency 20,000 times", Of(2, Pairs(20_000, _ => (0, 1)))),
        ("a binary tree of 2,047", Of(2_047, Pairs(2_046, at => (at / 2, at + 1)))),
    ];

    public static ServiceId Service(int number) => new(FormattableString.Invariant($"s{number}"));

    public static IEnumerable<HardCase> Cases() => All.SelectMany(hard => (HardCase[])
    [
        new HardCase("graph reached", hard.Name, () => hard.Graph.Reach([Service(0)]).IsWhole),
        new HardCase("graph reached from everywhere", hard.Name, () => hard.Graph.Reach(Enumerable.Range(0, hard.Graph.Count).Select(Service)).IsWhole),
        new HardCase("graph related", hard.Name, () => hard.Graph.Related(Service(0), int.MaxValue).Services.Count >= 0),
    ]);

    private static (int From, int To) Diamond(int at)
    {
        var (top, side) = (at / 4 * 3, at % 4);
        return side < 2 ? (top, top + 1 + side) : (top + side - 1, top + 3);
    }

    private static ServiceGraph Of(int services, IEnumerable<(int From, int To)> arrows) => ServiceGraph.Of(
        "hard",
        Enumerable.Range(0, services).Select(at => new ServiceNode(Service(at))),
        arrows.Select(arrow => new ServiceDependency(Service(arrow.From), Service(arrow.To))));

    private static IEnumerable<(int From, int To)> Pairs(int count, Func<int, (int From, int To)> arrow) => Enumerable.Range(0, count).Select(arrow);
}
