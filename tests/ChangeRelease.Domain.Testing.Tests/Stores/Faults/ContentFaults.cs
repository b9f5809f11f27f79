using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Testing.Tests.Stores.Faults;

internal sealed class RoundsInstants(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { At = Instant.FromUnixTimeMilliseconds(row.At.ToUnixTimeMilliseconds()) };
}

internal sealed class KeepsLocalTimes(Disk disk) : PlainStore(disk)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    protected override Row Kept(Row row) => row with { At = row.At.InZone(Zone).LocalDateTime.InZoneLeniently(Zone).ToInstant() };
}

internal sealed class RendersJson(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { Payload = Rendered(row.Payload) };

    private static string Rendered(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Sorted(document.RootElement).ToJsonString() : payload;
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    // The last of those with one name stays, as in a jsonb column.
    private static JsonObject Sorted(JsonElement element)
    {
        var sorted = new JsonObject();
        foreach (var property in element.EnumerateObject().Reverse().DistinctBy(property => property.Name).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            sorted.Add(property.Name, JsonNode.Parse(property.Value.GetRawText()));
        }

        return sorted;
    }
}

internal sealed class CutsLongTexts(Disk disk) : PlainStore(disk)
{
    private const int Most = 65_535;

    protected override Row Kept(Row row) => row with { Payload = row.Payload[..Math.Min(row.Payload.Length, Most)] };
}

internal sealed class TrimsTexts(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { Payload = row.Payload.TrimEnd() };
}

internal sealed class KeepsNullAsEmpty(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { Causation = row.Causation ?? string.Empty };
}

internal sealed class DropsUnknownTypes(Disk disk) : PlainStore(disk)
{
    protected override Row? Given(Row row) => row.Type is "contract-tried" or "change-opened" ? row : null;
}

internal sealed class IgnoresCase(Disk disk) : PlainStore(disk)
{
    protected override string KeyOf(StreamId stream) => base.KeyOf(stream).ToUpperInvariant();
}

internal sealed class NormalizesNames(Disk disk) : PlainStore(disk)
{
    protected override string KeyOf(StreamId stream) => base.KeyOf(stream).Normalize(NormalizationForm.FormC);
}

internal sealed class ForgetsTheTenant(Disk disk) : PlainStore(disk)
{
    protected override string KeyOf(StreamId stream) => $"{stream.Tenant.Value.Split('-')[1]} {stream.Kind} {stream.Key}";
}

internal sealed class GluesNames(Disk disk) : PlainStore(disk)
{
    protected override string KeyOf(StreamId stream) => $"{stream.Tenant}/{stream.Kind}/{stream.Key}";
}

internal sealed class ComparesTheBeginningOfNames(Disk disk) : PlainStore(disk)
{
    private const int Most = 250;

    protected override string KeyOf(StreamId stream) => base.KeyOf(new StreamId(stream.Tenant, stream.Kind, stream.Key[..Math.Min(stream.Key.Length, Most)]));
}

internal sealed class ComparesTheBeginningOfCommands(Disk disk) : PlainStore(disk)
{
    private const int Most = 200;

    protected override string KeyOf(StreamId stream, CommandId command) => $"{KeyOf(stream)} {command.Value[..Math.Min(command.Value.Length, Most)]}";
}

internal sealed class FoldsPeople(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { Actor = row.Actor.ToLowerInvariant() };
}

internal sealed class KeepsNullAsAWord(Disk disk) : PlainStore(disk)
{
    protected override Row Kept(Row row) => row with { Causation = row.Causation ?? "null" };
}
