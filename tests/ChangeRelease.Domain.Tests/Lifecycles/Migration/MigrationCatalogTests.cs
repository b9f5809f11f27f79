using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>Several maps, and several of them in a row.</summary>
public sealed class MigrationCatalogTests
{
    private static readonly LifecycleDescription[] Versions = [.. Enumerable.Range(1, 5).Select(version => Straight(version: version).Description)];

    [Fact]
    public void The_map_that_was_given_is_found()
    {
        var map = Keeping(0, 1);
        var catalog = new MigrationCatalog(map, Keeping(1, 2));

        catalog.Find(map.From, map.To).Should().BeSameAs(map);
        catalog.Find(map.To, map.From).Should().BeNull();
        catalog.Find(map.From, map.From).Should().BeNull();
        catalog.Route(map.From, map.From).Should().BeEmpty();
        MigrationCatalog.None.Find(map.From, map.To).Should().BeNull();
    }

    [Fact]
    public void Maps_in_a_row_are_found_as_one_by_the_shortest_way()
    {
        MigrationMap[] maps = [Keeping(0, 1), Keeping(1, 2), Keeping(2, 3), Keeping(0, 2), Keeping(1, 3), Keeping(3, 4)];
        var catalog = new MigrationCatalog(maps);
        var (from, to) = (Versions[0].ToReference(), Versions[4].ToReference());

        // By 1, 2 or by 1, 3 to 4 it is as short; the map that was given first decides.
        catalog.Route(from, to).Should().Equal(maps[0], maps[4], maps[5]);
        var whole = catalog.Find(from, to)!;

        whole.From.Should().Be(from);
        whole.To.Should().Be(to);
        whole.Moves.Select(move => (move.From, move.To)).Should().Equal((Draft, Draft), (Checking, Checking), (Closed, Closed));
        catalog.Find(from, to).Should().BeSameAs(whole);
    }

    [Fact]
    public void Maps_in_a_row_say_what_applying_them_in_a_row_says()
    {
        var (random, moved) = (new Random(5), 0);
        for (var number = 0; number < 3_000; number++)
        {
            var seed = random.Next();
            var tables = Enumerable.Range(1, 3).Select(version => ScribbledTable.Write(new Random(seed), "row", version)).ToArray();
            if (Legal(random, tables[0], tables[1]) is not { } first || Legal(random, tables[1], tables[2]) is not { } second)
            {
                continue;
            }

            if (new MigrationCatalog(first, second).Find(first.From, second.To) is not { } whole)
            {
                continue;
            }

            foreach (var state in tables[0].States)
            {
                var standing = new Standing(first.From, state, 1) { Origin = random.Next(2) == 0 ? null : tables[0].States[random.Next(tables[0].States.Count)] };
                if (first.Apply(standing).Standing is { } between && second.Apply(between).Standing is { } after)
                {
                    moved++;
                    whole.Apply(standing).Standing.Should().Be(after with { Origin = whole.Apply(standing).Standing!.Origin });
                    (after.Origin ?? whole.Apply(standing).Standing!.Origin).Should().Be(whole.Apply(standing).Standing!.Origin);
                }
            }
        }

        moved.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void An_excuse_is_carried_through_maps_in_a_row()
    {
        var gated = Lifecycle.Define<Trial>("straight", 2, table => table
            .StartsIn(Draft)
            .In(Draft).On(Submit).GoTo(Vetting)
            .In(Vetting).On(Start).GoTo(Checking)
            .In(Checking).On(Close).GoTo(Closed)
            .EndsIn(Closed)).Description;
        var first = MigrationMap.Between(Versions[0], gated, map => map.Keep(Checking).AsIfPast(Vetting).KeepTheRest());
        var second = MigrationMap.Between(gated, gated with { Version = 3 }, map => map.KeepTheRest());

        first.Then(second).Moves.Single(move => move.From == Checking).AsIfPast.Should().Equal(Vetting);
    }

    [Fact]
    public void Maps_that_do_not_follow_one_another_are_no_row() =>
        FluentActions.Invoking(() => Keeping(0, 1).Then(Keeping(2, 3))).Should().Throw<ArgumentException>().WithParameterName("next");

    [Fact]
    public void Two_maps_between_the_same_definitions_are_one_too_many() =>
        FluentActions.Invoking(() => new MigrationCatalog(Keeping(0, 1), Keeping(0, 1))).Should().Throw<ArgumentException>().WithParameterName("maps");

    private static State Vetting { get; } = new("Vetting", Phase.Preparation);

    private static MigrationMap Keeping(int from, int to) => MigrationMap.Between(Versions[from], Versions[to], map => map.KeepTheRest());

    private static MigrationMap? Legal(Random random, LifecycleDescription from, LifecycleDescription to)
    {
        try
        {
            return MigrationMap.Between(from, to, map => map.Move(from.States[random.Next(from.States.Count)], to.States[random.Next(to.States.Count)]).KeepTheRest());
        }
        catch (MigrationMapException)
        {
            return null;
        }
    }
}
