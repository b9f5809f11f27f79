using System.Text.Json;

namespace ChangeRelease.Domain.Corpora;

/// <summary>What came out, as the last line says it; deviations are per cent.</summary>
internal sealed record RcpspSummary(
    string Suite, int Cases, int Valid, int Wrong, int ProvenOptimal, int ProvenInfeasible, int NoPlan, int AsGoodAsBestKnown, double? FromCriticalPath, double? FromBestKnown, double? Worst, double Seconds)
{
    public static JsonSerializerOptions Options { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
