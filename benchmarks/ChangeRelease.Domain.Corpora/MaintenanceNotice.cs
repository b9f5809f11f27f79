using System.Text.Json;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One notice of a provider: when a maintenance is to be, or that it is not.</summary>
/// <param name="File">Where it came from; several stretches of one file are one notice.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="Maintenance">The provider's name for the maintenance.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end; not always later.</param>
/// <param name="Sequence">The number of the update; null when there is none.</param>
/// <param name="Stamp">When the notice was given; null when it does not say.</param>
/// <param name="Circuits">The circuits that are concerned, with the impact on each.</param>
internal sealed record MaintenanceNotice(
    string File, string Provider, string Maintenance, string Status, Instant Start, Instant End, int? Sequence, long? Stamp, IReadOnlyList<(string Id, string Impact)> Circuits)
{
    private const string Canceled = "CANCELLED";

    /// <summary>Providers number as they like, so that a maintenance is theirs and its number.</summary>
    public string Key => $"{Provider}/{Maintenance}";

    public bool IsCanceled => Status == Canceled;

    public static IReadOnlyList<MaintenanceNotice> ReadAll(string file)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(Read)];
    }

    private static MaintenanceNotice Read(JsonElement item)
    {
        var file = item.GetProperty("file").GetString()!;
        return new MaintenanceNotice(
            file,
            file.Split('/')[0],
            item.GetProperty("maintenanceId").GetString()!,
            item.GetProperty("status").GetString()!,
            Instant.FromUnixTimeSeconds(item.GetProperty("start").GetInt64()),
            Instant.FromUnixTimeSeconds(item.GetProperty("end").GetInt64()),
            item.GetProperty("sequence") is { ValueKind: JsonValueKind.Number } sequence ? sequence.GetInt32() : null,
            item.GetProperty("stamp") is { ValueKind: JsonValueKind.Number } stamp ? stamp.GetInt64() : null,
            [.. item.GetProperty("circuits").EnumerateArray().Select(circuit => (circuit.GetProperty("id").GetString()!, circuit.GetProperty("impact").GetString()!))]);
    }
}
