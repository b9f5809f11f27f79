using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What was seen at a gate: of which gate, what, when, from where, and the digest of the report behind it. Who hands it in stands in the stamp (S-9).</summary>
public sealed record GateEvidence
{
    [JsonConstructor]
    internal GateEvidence(string gate, GateVerdict? verdict, ErrorBudget? budget, Instant measuredAt, string source, Digest report) =>
        (Gate, Verdict, Budget, MeasuredAt, Source, Report) = (Text.Canonical(gate, nameof(gate)), verdict, budget, measuredAt.ToMicroseconds(), Text.Canonical(source, nameof(source)), report);

    /// <summary>The gate's name.</summary>
    public string Gate { get; }

    /// <summary>The verdict of tests, an analysis, or a person; null for an error budget, on which the gate decides.</summary>
    public GateVerdict? Verdict { get; }

    /// <summary>What is left of the error budget; null for the other kinds.</summary>
    public ErrorBudget? Budget { get; }

    /// <summary>When it was seen; nothing from before the stage began counts.</summary>
    public Instant MeasuredAt { get; }

    /// <summary>Where it comes from, for example a pipeline run or a dashboard; not blank.</summary>
    public string Source { get; }

    /// <summary>The digest of the report behind it.</summary>
    public Digest Report { get; }

    /// <summary>A verdict of tests, an analysis, or a person.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="measuredAt">When it was seen; cut to the microsecond.</param>
    /// <param name="source">Where it comes from; not blank.</param>
    /// <param name="report">The digest of the report behind it.</param>
    /// <returns>The evidence.</returns>
    /// <exception cref="ArgumentException">A text holds half a surrogate pair.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static GateEvidence Of(string gate, GateVerdict verdict, Instant measuredAt, string source, Digest report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new GateEvidence(gate, verdict, null, measuredAt, source, report);
    }

    /// <summary>What is left of an error budget.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <param name="budget">What is left.</param>
    /// <param name="measuredAt">When it was seen; cut to the microsecond.</param>
    /// <param name="source">Where it comes from; not blank.</param>
    /// <param name="report">The digest of the report behind it.</param>
    /// <returns>The evidence.</returns>
    /// <exception cref="ArgumentException">A text holds half a surrogate pair.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="budget"/> or <paramref name="report"/> is null.</exception>
    public static GateEvidence Of(string gate, ErrorBudget budget, Instant measuredAt, string source, Digest report)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(report);
        return new GateEvidence(gate, null, budget, measuredAt, source, report);
    }
}
