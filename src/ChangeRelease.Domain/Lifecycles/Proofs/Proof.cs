namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What came of proving a policy: a yes, or a shortest counter-example (S-12).</summary>
public sealed record Proof
{
    internal Proof(Policy policy, LifecycleFamily family, ProofOutcome outcome, int explored) =>
        (Policy, Definition, Outcome, Explored) = (policy.ToString(), TraceMove.Name(family.Definitions[0].Id, family.Definitions[0].Version), outcome, explored);

    /// <summary>The policy, as a sentence.</summary>
    public string Policy { get; }

    /// <summary>Name and version of the definition where lives begin.</summary>
    public string Definition { get; }

    /// <summary>Whether it is so.</summary>
    public ProofOutcome Outcome { get; }

    /// <summary>Whether the policy is so; nothing else but <see cref="ProofOutcome.Holds"/> is a yes.</summary>
    public bool Holds => Outcome == ProofOutcome.Holds;

    /// <summary>Whether it holds only because what it speaks of never comes up: true, and probably not what was meant.</summary>
    /// <remarks>
    /// What is excused is never reached at all, what makes a policy apply never happens, the places or rows it asks about are never come by;
    /// or nothing is excused, and it holds also without what it supposes.
    /// </remarks>
    public bool IsVacuous { get; internal init; }

    /// <summary>How many abstract places were looked at: a state, where the subject came from, and what the policy remembers.</summary>
    public int Explored { get; }

    /// <summary>A shortest path to what breaks the policy, or to where it cannot be decided; null otherwise.</summary>
    public Trace? Trace { get; internal init; }

    /// <summary>What is wrong at the end of the path, or with the policy's words; empty when it holds.</summary>
    public string Explanation { get; internal init; } = string.Empty;

    /// <summary>The answer, and when it is not a yes the path, one move a line, and the explanation.</summary>
    /// <returns>Lines without an end of line after the last one.</returns>
    public override string ToString() => string.Join("\n  ", new[] { $"{Answer} of {Definition}: {Policy}" }
        .Concat(Trace?.Moves.Select(move => move.ToString()) ?? [])
        .Concat(Explanation.Length == 0 ? [] : [Explanation]));

    private string Answer => Outcome switch
    {
        ProofOutcome.Holds => IsVacuous ? "True but vacuous" : "True",
        ProofOutcome.Fails => "False",
        ProofOutcome.Unproved => "Not proved",
        _ => "Misstated",
    };
}
