using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>Small random edits of a table, one for each thing that a table says.</summary>
internal static class Scribble
{
    private static readonly Func<Random, LifecycleDescription, LifecycleDescription>[] Edits =
    [
        (_, table) => table with { Id = "another", Version = table.Version + 1, DerivedFrom = table.ToReference() },
        (random, table) => table with { States = Swapped(random, table.States) },
        (random, table) => table with { Ends = Swapped(random, table.Ends) },
        (random, table) => table with { Triggers = Swapped(random, table.Triggers) },
        (random, table) => table with { Transitions = Swapped(random, table.Transitions) },
        (random, table) => table with { Transitions = Without(random, table.Transitions) },
        (random, table) => table with { States = Without(random, table.States) },
        (random, table) => table with { States = table.States.With(new State("Added", Phase.Ready)) },
        (random, table) => table with { Ends = table.Ends.With(Any(random, table.States.Except(table.Ends).ToValueList())) },
        (random, table) => table with { Start = Any(random, table.States) },
        (random, table) => Moved(table, Any(random, table.States)),
        (random, table) => Row(random, table, row => row with { IsSideDoor = !row.IsSideDoor }),
        (random, table) => Row(random, table, row => row with { Selector = row.Selector is null ? "asked" : null }),
        (random, table) => Row(random, table, row => row with { Requirements = row.Requirements.With(new RequirementRef("test.added.missing", Arguments.None)) }),
        (random, table) => Row(random, table, row => row with { Requirements = Without(random, row.Requirements) }),
        (random, table) => Row(random, table, row => row with { Requirements = Swapped(random, row.Requirements) }),
        (random, table) => Row(random, table, row => row with { Outcomes = Swapped(random, row.Outcomes) }),
        (random, table) => Row(random, table, row => row with { Outcomes = row.Outcomes.With(new Outcome("added", Any(random, table.States), null)) }),
        (random, table) => Outcome(random, table, outcome => outcome with { To = Any(random, table.States) }),
        (random, table) => Outcome(random, table, outcome => outcome with { Case = outcome.Case is null ? "case" : null }),
        (random, table) => Outcome(random, table, outcome => outcome with { Exit = outcome.Exit is null ? table.ToReference() : null }),
        (random, table) => Outcome(random, table, outcome => outcome with { Origins = Swapped(random, outcome.Origins) }),
        (random, table) => Outcome(random, table, outcome => outcome with { Origins = outcome.Origins.With(Any(random, table.States)) }),
        (random, table) => Outcome(random, table, outcome => outcome with { Origins = outcome.Origins.With(new State("Stranger", random.Next(2) == 0 ? Phase.Ready : Phase.Review)) }),
        (random, table) => Outcome(random, table, outcome => outcome with { ComesFrom = outcome.ComesFrom.With(Any(random, table.States)) }),
        (random, table) => Trigger(random, table, known => known.With(Parameter.Text("added", "It was added.").Description)),
        (random, table) => Trigger(random, table, known => known.With(Parameter.Text("added", "It was added later.").Description)),
        (random, table) => Trigger(random, table, known => known.With(Parameter.Choice("added", "It was added.", "a", random.Next(2) == 0 ? "b" : "c").Description)),
        (random, table) => Trigger(random, table, known => known.With(Parameter.Number("other", "It was added.").Description)),
        (random, table) => Trigger(random, table, known => Swapped(random, known)),
        (random, table) => table with { Triggers = Without(random, table.Triggers) },
    ];

    public static LifecycleDescription Edit(Random random, LifecycleDescription table) => Edits[random.Next(Edits.Length)](random, table);

    private static LifecycleDescription Moved(LifecycleDescription table, State state)
    {
        var other = new State(state.Name, state.Phase == Phase.Review ? Phase.Ready : Phase.Review);
        return table with
        {
            Start = At(table.Start),
            Ends = All(table.Ends),
            States = All(table.States),
            Transitions = table.Transitions.Select(row => row with
            {
                From = At(row.From),
                Outcomes = row.Outcomes.Select(outcome => outcome with { To = At(outcome.To), Origins = All(outcome.Origins), ComesFrom = All(outcome.ComesFrom) }).ToValueList(),
            }).ToValueList(),
        };

        State At(State each) => each == state ? other : each;
        ValueList<State> All(ValueList<State> states) => states.Select(At).ToValueList();
    }

    private static LifecycleDescription Row(Random random, LifecycleDescription table, Func<Transition, Transition> edit)
    {
        var at = random.Next(table.Transitions.Count);
        return table with { Transitions = table.Transitions.Select((row, number) => number == at ? edit(row) : row).ToValueList() };
    }

    private static LifecycleDescription Outcome(Random random, LifecycleDescription table, Func<Outcome, Outcome> edit) => Row(random, table, row =>
    {
        var at = random.Next(row.Outcomes.Count);
        var outcomes = row.Outcomes.Select((outcome, number) => number == at ? edit(outcome) : outcome).ToValueList();
        return outcomes.Select(outcome => outcome.Case).Distinct().Count() == outcomes.Count ? row with { Outcomes = outcomes } : row;
    });

    private static LifecycleDescription Trigger(Random random, LifecycleDescription table, Func<ValueList<Parameter>, ValueList<Parameter>> edit)
    {
        var at = random.Next(table.Triggers.Count);
        return table with { Triggers = table.Triggers.Select((known, number) => number == at ? known with { Parameters = edit(known.Parameters).DistinctBy(parameter => parameter.Name).ToValueList() } : known).ToValueList() };
    }

    private static T Any<T>(Random random, ValueList<T> items) => items[random.Next(items.Count)];

    private static ValueList<T> Without<T>(Random random, ValueList<T> items) => items.Count == 0 ? items : items.Where((_, at) => at != random.Next(items.Count)).ToValueList();

    private static ValueList<T> Swapped<T>(Random random, ValueList<T> items)
    {
        var array = items.ToArray();
        if (array.Length > 1)
        {
            var (one, other) = (random.Next(array.Length), random.Next(array.Length));
            (array[one], array[other]) = (array[other], array[one]);
        }

        return ValueList.Create<T>(array);
    }
}
