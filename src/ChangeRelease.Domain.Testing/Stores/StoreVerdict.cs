using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a check came to.</summary>
/// <param name="Check">The check.</param>
/// <param name="Trials">How often it was tried; 0 when the store does not claim what it needs.</param>
/// <param name="Breach">How the store broke its promise; null when it did not, or was not tried.</param>
public sealed record StoreVerdict(StoreCheck Check, int Trials, StoreBreach? Breach)
{
    /// <summary>Whether the store kept its promise in every trial, of which there was at least one.</summary>
    public bool IsKept => Trials > 0 && Breach is null;

    /// <summary>Whether the check was not tried, as the store does not claim what it needs.</summary>
    public bool IsUnchecked => Trials == 0;

    /// <summary>The verdict on one line, or with all that is known of the breach.</summary>
    /// <returns>For example <c>kept         store.command.repeated: …</c>.</returns>
    public override string ToString() => IsUnchecked ? $"not checked  {Check} (The store does not claim {Check.Needs}.)"
        : Breach is null ? $"kept         {Check}"
        : $"BROKEN       {Check}\n{Breach.Text(Check)}";
}

/// <summary>How a store broke a promise.</summary>
/// <param name="Did">What the store did, as a sentence.</param>
/// <param name="Due">What it should have done, as a sentence.</param>
/// <param name="Calls">The calls that led to it, the shortest that were found; of racers, those before the race.</param>
/// <param name="Seed">The seed of the sequence of calls; null when the calls were not generated.</param>
/// <param name="Generated">How many calls the sequence had before it was made shorter; null when the calls were not generated.</param>
public sealed record StoreBreach(string Did, string Due, ValueList<string> Calls, long? Seed, int? Generated)
{
    internal string Text(StoreCheck check) => string.Join('\n', Lines(check).Select(line => $"    {line}"));

    private IEnumerable<string> Lines(StoreCheck check) =>
    [
        $"It did:    {Did}",
        $"It should: {Due}",
        $"Usually:   {check.Usually}",
        .. Seed is null ? [] : new[] { FormattableString.Invariant($"Seed {Seed}, made shorter from {Generated} calls to {Calls.Count}.") },
        .. Calls.Count == 0 ? [] : new[] { "Calls:" },
        .. Calls.Select((call, at) => FormattableString.Invariant($"{at + 1,4}  {call}")),
    ];
}
