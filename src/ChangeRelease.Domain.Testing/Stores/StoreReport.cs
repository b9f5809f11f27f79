using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a store was found to do, check by check.</summary>
/// <param name="Verdicts">A verdict for each check, in the order of <see cref="StoreContract.AllChecks"/>.</param>
public sealed record StoreReport(ValueList<StoreVerdict> Verdicts)
{
    /// <summary>Whether no promise was broken of those that the store claims.</summary>
    public bool IsKept => Verdicts.All(verdict => verdict.Breach is null);

    /// <summary>The verdicts on promises that were broken.</summary>
    public IEnumerable<StoreVerdict> Broken => Verdicts.Where(verdict => verdict.Breach is not null);

    /// <summary>The checks that the store does not claim to pass.</summary>
    public IEnumerable<StoreCheck> Unchecked => Verdicts.Where(verdict => verdict.IsUnchecked).Select(verdict => verdict.Check);

    /// <summary>The whole report for people: a line for each check, more where a promise is broken, and the sum.</summary>
    /// <returns>The report; lines end with a line feed.</returns>
    public override string ToString() => string.Join('\n', Verdicts.Select(verdict => verdict.ToString()).Append(Sum()));

    private string Sum() => FormattableString.Invariant(
        $"{Verdicts.Count(verdict => verdict.IsKept)} kept, {Broken.Count()} broken, {Unchecked.Count()} not checked");
}
