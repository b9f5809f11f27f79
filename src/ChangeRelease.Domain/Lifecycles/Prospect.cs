using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What is to be expected of one trigger: available, and on which conditions on its input; or every reason why not (S-7).</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Outcomes">Where it leads; empty when the state has no row for it.</param>
/// <param name="Conditions">The requirements that ask about its input, and can be judged only when that is given.</param>
/// <param name="Refusals">Every requirement that does not ask about the input and is not met, with its cure; empty when it is available.</param>
public sealed record Prospect(
    Trigger Trigger,
    ValueList<Parameter> Parameters,
    ValueList<Outcome> Outcomes,
    ValueList<Condition> Conditions,
    ValueList<Refusal> Refusals)
{
    /// <summary>Whether it may be taken, given an input that meets the conditions.</summary>
    public bool IsAvailable => Refusals.Count == 0;

    /// <summary>The trigger, with its conditions or its refusals.</summary>
    /// <returns>One line for the trigger, and one for each of them.</returns>
    public override string ToString() => IsAvailable
        ? string.Join("\n    ", [$"{Trigger}({string.Join(", ", Parameters)})", .. Conditions.Select(condition => $"if {condition}")])
        : string.Join("\n    ", [$"{Trigger}: no", .. Refusals.Select(refusal => refusal.ToString())]);
}
