using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How much may go wrong under one version of a template before it no longer authorizes (S-30).</summary>
/// <remarks>Once it is exhausted it stays so for that version: later successes do not restore what only a new version can (S-31).</remarks>
public sealed record FailureBudget
{
    /// <summary>The longest stretch of results that can be looked back upon.</summary>
    public const int LongestWindow = 1_000;

    /// <summary>Sets the limits.</summary>
    /// <param name="failures">How many failures among the latest results exhaust it; at least one.</param>
    /// <param name="ofLast">How many of the latest results are looked at; at least <paramref name="failures"/>, at most <see cref="LongestWindow"/>.</param>
    /// <param name="toleratedIncident">The severest incident that is tolerated; a single one above it exhausts the budget. <see cref="Grade.Critical"/> tolerates any.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or <paramref name="toleratedIncident"/> is none of the grades.</exception>
    [JsonConstructor]
    public FailureBudget(int failures, int ofLast, Grade toleratedIncident)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ofLast, failures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ofLast, LongestWindow);
        if (!Enum.IsDefined(toleratedIncident))
        {
            throw new ArgumentOutOfRangeException(nameof(toleratedIncident), toleratedIncident, "There is no such grade.");
        }

        (Failures, OfLast, ToleratedIncident) = (failures, ofLast, toleratedIncident);
    }

    /// <summary>How many failures among the latest results exhaust it.</summary>
    public int Failures { get; }

    /// <summary>How many of the latest results are looked at.</summary>
    public int OfLast { get; }

    /// <summary>The severest incident that is tolerated.</summary>
    public Grade ToleratedIncident { get; }

    /// <summary>Says what exhausts the budget, given the latest results; null when nothing does.</summary>
    /// <param name="latest">The results, oldest first; at least those that are looked at.</param>
    internal string? ExhaustedBy(ValueList<TemplateResult> latest)
    {
        var failed = latest.Skip(Math.Max(0, latest.Count - OfLast)).Count(result => result.HasFailed);
        return latest is [.., { Incident: { } severity } last] && severity > ToleratedIncident ? $"{last.Change} caused an incident of severity {severity}, above {ToleratedIncident}"
            : failed >= Failures ? FormattableString.Invariant($"{failed} of the last {Math.Min(OfLast, latest.Count)} changes failed, the latest of them looked at being {latest[^1].Change}")
            : null;
    }
}
