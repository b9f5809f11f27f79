namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What a policy may look back upon: a place was passed, a trigger was taken, a requirement was met.</summary>
public abstract record Happening
{
    private protected Happening()
    {
    }

    /// <summary>Whether it is so before anything is taken.</summary>
    internal virtual bool IsSoIn(State start) => false;

    /// <summary>Whether it happens when a row is taken by an outcome.</summary>
    internal abstract bool HappensBy(Transition row, Outcome outcome);

    /// <summary>What it names and no definition has.</summary>
    internal abstract IEnumerable<string> NotIn(Ground ground);
}

/// <summary>The subject was in a place: it arrived there, stayed there, or began its life there.</summary>
internal sealed record PlacePassed(Places Places) : Happening
{
    public override string ToString() => $"{Places} was passed";

    internal override bool IsSoIn(State start) => Places.Hold(start);

    internal override bool HappensBy(Transition row, Outcome outcome) => Places.Hold(outcome.To);

    internal override IEnumerable<string> NotIn(Ground ground) => Places.NotIn(ground);
}

/// <summary>A trigger was taken, by any case or by one.</summary>
internal sealed record TriggerTaken(Trigger Trigger, string? Case) : Happening
{
    public override string ToString() => Case is null ? $"{Trigger} was taken" : $"{Trigger} [{Case}] was taken";

    internal override bool HappensBy(Transition row, Outcome outcome) =>
        row.Trigger == Trigger && (Case is null || string.Equals(outcome.Case, Case, StringComparison.Ordinal));

    internal override IEnumerable<string> NotIn(Ground ground) =>
        ground.Rows.Any(row => row.Outcomes.Any(outcome => HappensBy(row, outcome))) ? []
        : Case is null ? [$"the trigger {Trigger}"]
        : [$"the trigger {Trigger} with the case '{Case}'"];
}

/// <summary>A row that asks for a requirement was taken, so that it was met.</summary>
internal sealed record RequirementMet(string Code) : Happening
{
    public override string ToString() => $"{Code} was met";

    internal override bool HappensBy(Transition row, Outcome outcome) => row.Requirements.Any(need => string.Equals(need.Code, Code, StringComparison.Ordinal));

    internal override IEnumerable<string> NotIn(Ground ground) =>
        ground.Rows.Any(row => row.Requirements.Any(need => string.Equals(need.Code, Code, StringComparison.Ordinal))) ? [] : [$"the requirement {Code}"];
}
