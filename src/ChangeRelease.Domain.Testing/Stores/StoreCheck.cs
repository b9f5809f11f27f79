namespace ChangeRelease.Domain.Testing;

/// <summary>One promise of a store, and how it is put to the test (S-71).</summary>
public sealed class StoreCheck
{
    internal StoreCheck(string code, string says, string usually, StoreCapability needs, Func<StoreTrial, Task> run) =>
        (Code, Says, Usually, Needs, Run) = (code, says, usually, needs, run);

    internal StoreCheck(string code, string says, string usually, Func<StoreTrial, Task> run)
        : this(code, says, usually, StoreCapability.None, run)
    {
    }

    /// <summary>The name of the check; it stays as it is.</summary>
    public string Code { get; }

    /// <summary>What a store promises, as a sentence.</summary>
    public string Says { get; }

    /// <summary>What usually is the cause when a store does not keep it, as a sentence.</summary>
    public string Usually { get; }

    /// <summary>What a store must claim to be checked.</summary>
    public StoreCapability Needs { get; }

    /// <summary>Whether there is a trial for every seed, and not only one.</summary>
    internal bool IsSeeded { get; init; }

    internal Func<StoreTrial, Task> Run { get; }

    /// <summary>The check for people.</summary>
    /// <returns>Code and sentence.</returns>
    public override string ToString() => $"{Code}: {Says}";
}
