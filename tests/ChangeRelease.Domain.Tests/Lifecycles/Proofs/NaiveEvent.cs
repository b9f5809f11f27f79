using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>What may happen on the way, once as the library says it, once as a plain question about one row.</summary>
internal sealed record NaiveEvent(Happening Happening, Func<State, bool> At, Func<Transition, Outcome, bool> By, Func<NaiveNames, bool> IsKnown)
{
    public static NaiveEvent Passed(State state) =>
        new(Policy.Passed(state), at => at == state, (_, outcome) => outcome.To == state, names => names.States.Contains(state));

    public static NaiveEvent Passed(Phase phase) =>
        new(Policy.Passed(phase), at => at.Phase == phase, (_, outcome) => outcome.To.Phase == phase, names => names.States.Any(state => state.Phase == phase));

    public static NaiveEvent Taken(Trigger trigger, string? answer) => new(
        Policy.Taken(trigger, answer),
        _ => false,
        (row, outcome) => row.Trigger == trigger && (answer is null || outcome.Case == answer),
        names => names.Rows.Any(row => row.Trigger == trigger && (answer is null || row.Outcomes.Any(outcome => outcome.Case == answer))));

    public static NaiveEvent Met(string code) => new(
        Policy.Met(code),
        _ => false,
        (row, _) => row.Requirements.Any(need => need.Code == code),
        names => names.Rows.Any(row => row.Requirements.Any(need => need.Code == code)));
}

/// <summary>Everything that the tables name.</summary>
internal sealed record NaiveNames(IReadOnlyList<State> States, IReadOnlyList<Transition> Rows)
{
    public static NaiveNames Of(IReadOnlyList<LifecycleDescription> tables) => new(
        [.. tables.SelectMany(table => table.States.Concat(table.Transitions.SelectMany(row => row.Outcomes).Select(outcome => outcome.To)))],
        [.. tables.SelectMany(table => table.Transitions)]);
}
