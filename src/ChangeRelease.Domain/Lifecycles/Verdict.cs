using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What a lifecycle says to a trigger: where it leads, or every reason why not.</summary>
public sealed record Verdict
{
    private Verdict(State? destination, LifecycleRef? exit, ValueList<Refusal> refusals) =>
        (Destination, Exit, Refusals) = (destination, exit, refusals);

    /// <summary>Whether the trigger may be taken.</summary>
    public bool IsPermitted => Destination is not null;

    /// <summary>The state it leads to; null when it is refused.</summary>
    public State? Destination { get; }

    /// <summary>The definition that the destination belongs to, when the trigger leaves this one; else null.</summary>
    public LifecycleRef? Exit { get; }

    /// <summary>Every reason for the "no"; empty when permitted.</summary>
    public ValueList<Refusal> Refusals { get; }

    internal static Verdict Permit(State destination, LifecycleRef? exit) => new(destination, exit, []);

    internal static Verdict Refuse(ValueList<Refusal> refusals) => new(null, null, refusals);
}
