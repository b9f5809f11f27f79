using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Makes random rules between items.</summary>
internal sealed class LinkMaker(Dice dice, bool isGentle, Duration grid, List<WorkItem> items, List<PlanningResource> resources)
{
    // What follows stands later in the list, so that there is no circle.
    public ValueList<Precedence> Precedences() => Dice.Many(dice.From(0, items.Count * 2 / (isGentle ? 5 : 3)), _ => dice.Some(Enumerable.Range(0, items.Count).ToList(), 2))
        .Select(pair => PrecedenceOf(items[pair.Min()].Id, items[pair.Max()].Id))
        .ToValueList();

    public ValueList<Exclusion> Exclusions() => Dice.Many(dice.OneOf(0, 0, 1, 2), at => new Exclusion(FormattableString.Invariant($"exclusion {at}"), Ids(dice.From(2, Math.Min(6, items.Count))))
    {
        Gap = dice.Chance(50) ? dice.From(1, 20) * grid / 10 : Duration.Zero,
    }).ToValueList();

    public ValueList<Closure> Closures(Func<Slot> span) => Dice.Many(dice.OneOf(0, 0, 1, 1, 2), at => ClosureOf(FormattableString.Invariant($"closure {at}"), span())).ToValueList();

    private Closure ClosureOf(string name, Slot span) => dice.From(1, 4) switch
    {
        1 => new Closure(name, span),
        2 when resources.Count > 0 => new Closure(name, span) { Resources = [dice.OneOf(resources).Id] },
        3 when resources.Count > 0 => new Closure(name, span) { Items = Ids(1), Resources = [dice.OneOf(resources).Id] },
        _ => new Closure(name, span) { Items = Ids(dice.From(1, 3)) },
    };

    private ValueList<WorkItemId> Ids(int count) => dice.Some(items, count).Select(item => item.Id).ToValueList();

    private Precedence PrecedenceOf(WorkItemId one, WorkItemId other)
    {
        var kind = dice.OneOf(PrecedenceKind.EndToStart, PrecedenceKind.EndToStart, PrecedenceKind.StartToStart, PrecedenceKind.EndToEnd, PrecedenceKind.StartToEnd);
        var least = dice.Chance(isGentle ? 95 : 85) ? Distance() : (Duration?)null;
        Duration? most = least is null || dice.Chance(isGentle ? 10 : 30) ? (least ?? Distance()) + (dice.From(0, 50) * grid / 10) : null;
        var isTurned = kind != PrecedenceKind.EndToStart && dice.Chance(20);
        return new Precedence(isTurned ? other : one, isTurned ? one : other) { Kind = kind, AtLeast = least, AtMost = most };
    }

    private Duration Distance() => dice.OneOf(0, 0, 0, 5, 10, 13, 30, -10, -25) * grid / 10;
}
