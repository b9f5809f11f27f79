using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Comparison against a naive one: over copies that were changed in one or two places, and over strangers.</summary>
public sealed class ComparisonDifferentialTests
{
    private const int Families = 500;

    [Fact]
    public void Every_pair_is_compared_as_the_naive_comparison_does()
    {
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Families; seed++)
        {
            var family = new RandomFamily(seed);
            var copy = Enumerable.Range(0, family.Next(3)).Aggregate(family.First, (table, _) => Mutate(family, table));
            var stranger = seed % 10 == 0 ? new RandomFamily(seed + 1_000).First : copy;
            Count(answers, "strict", Compare(LifecycleComparison.AtLeastAsStrict(stranger, family.First), new NaiveComparison(stranger, family.First, mayAddTriggers: true), seed));
            Count(answers, "laxer", Compare(LifecycleComparison.AtLeastAsStrict(family.First, stranger), new NaiveComparison(family.First, stranger, mayAddTriggers: true), seed));
            CompareBoth(family.First, stranger, answers, seed);
            LifecycleComparison.Equivalent(copy, copy).Holds.Should().BeTrue("whatever it is, it is as strict as itself, seed {0}", seed);
        }

        var counts = string.Join(", ", answers);
        answers.GetValueOrDefault("strict holds").Should().BeGreaterThan(150, counts);
        answers.GetValueOrDefault("laxer holds").Should().BeGreaterThan(150, counts);
        answers.GetValueOrDefault("same holds").Should().BeGreaterThan(100, counts);
        answers.GetValueOrDefault("same fails").Should().BeGreaterThan(100, counts);
        answers.GetValueOrDefault("long").Should().BeGreaterThan(50, counts);
        foreach (var laxity in Enum.GetValues<Laxity>().Except([Laxity.Undecided]))
        {
            answers.GetValueOrDefault(laxity.ToString()).Should().BeGreaterThan(15, "{0} should come up: {1}", laxity, counts);
        }
    }

    private static Comparison Compare(Comparison comparison, NaiveComparison naive, int seed)
    {
        var expected = naive.Decide();

        comparison.Holds.Should().Be(expected is null, "seed {0}: {1}", seed, comparison);
        if (expected is { } difference)
        {
            comparison.Moves.Count.Should().Be(difference.Length, "seed {0}: {1}", seed, comparison);
            difference.Laxities.Should().Contain(comparison.Laxity!.Value, "seed {0}: {1}", seed, comparison);
            naive.Follows(comparison.Moves).Should().BeTrue("seed {0}: {1}", seed, comparison);
            (comparison.Dropped.Count > 0).Should().Be(comparison.Laxity == Laxity.RequirementDropped);
        }

        return comparison;
    }

    private static void CompareBoth(LifecycleDescription one, LifecycleDescription other, Dictionary<string, int> answers, int seed)
    {
        var there = new NaiveComparison(one, other, mayAddTriggers: false).Decide();
        var back = new NaiveComparison(other, one, mayAddTriggers: false).Decide();

        var comparison = LifecycleComparison.Equivalent(one, other);

        comparison.Holds.Should().Be(there is null && back is null, "seed {0}: {1}", seed, comparison);
        comparison.Moves.Count.Should().Be(Math.Min(there?.Length ?? 99, back?.Length ?? 99) % 99, "seed {0}: {1}", seed, comparison);
        Count(answers, "same", comparison);
    }

    private static void Count(Dictionary<string, int> answers, string which, Comparison comparison)
    {
        foreach (var kind in new[] { $"{which} {(comparison.Holds ? "holds" : "fails")}", comparison.Moves.Count > 2 ? "long" : "short", comparison.Laxity?.ToString() ?? "none" })
        {
            answers[kind] = answers.GetValueOrDefault(kind) + 1;
        }
    }

    private static LifecycleDescription Mutate(RandomFamily family, LifecycleDescription table)
    {
        var row = table.Transitions[family.Next(table.Transitions.Count)];
        LifecycleDescription Edit(Func<Transition, Transition> edit) => table.Edit(row.From, row.Trigger, edit);
        return family.Next(11) switch
        {
            0 => Edit(old => old with { Requirements = old.Requirements.Skip(1).ToValueList() }),
            1 => Edit(old => old.Asking("test.need.more")),
            2 => table.Without(row.From, row.Trigger),
            3 => table.WithRow(family.Row(table, new Trigger("Added"))),
            4 => Added(family, table),
            5 => Edit(old => old.To(table.States[family.Next(table.States.Count)])),
            6 => Edit(old => old with { Outcomes = old.Outcomes.Select(outcome => outcome with { ComesFrom = outcome.ComesFrom.With(family.State()) }).ToValueList() }),
            7 => Edit(old => old with { Outcomes = old.Outcomes.Select(outcome => outcome with { ComesFrom = [] }).ToValueList() }),
            8 => Edit(old => old with { Outcomes = old.Outcomes.Take(1).ToValueList(), Selector = family.Next(2) == 0 ? old.Selector : "another question" }),
            9 => table with { Ends = [family.State()] },
            _ => Inserted(table, row, RandomFamily.Phases[family.Next(RandomFamily.Phases.Length)]),
        };
    }

    private static LifecycleDescription Added(RandomFamily family, LifecycleDescription table)
    {
        var added = family.Row(table, new Trigger($"T{family.Next(RandomFamily.Triggers)}"));
        return table.Without(added.From, added.Trigger).WithRow(added);
    }

    // A state of its own between two, left by a trigger of its own.
    private static LifecycleDescription Inserted(LifecycleDescription table, Transition row, Phase phase)
    {
        if (row.Returns || row.Outcomes.Count > 1 || row.Outcomes[0].Exit is not null)
        {
            return table.Edit(row.From, row.Trigger, old => old.Asking("test.need.more"));
        }

        var between = new State("Between", phase);
        return table.WithState(between).Without(row.From, row.Trigger)
            .WithRow(row with { Outcomes = [row.Outcomes[0] with { To = between, ComesFrom = [] }] })
            .WithRow(Redraft.Row(between, new Trigger("GoOn"), row.Outcomes[0].To));
    }
}
