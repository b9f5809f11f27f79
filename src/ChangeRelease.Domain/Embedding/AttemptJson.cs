using System.Buffers;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime.Text;

namespace ChangeRelease.Domain.Embedding;

/// <summary>How a refused attempt is written.</summary>
internal static class AttemptJson
{
    private static readonly JsonSerializerOptions Options = DomainJson.Options();
    private static readonly ValueListJson<Fact> Facts = new(new FactJson());

    public static byte[] Write(RefusedAttempt attempt)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, attempt);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, RefusedAttempt attempt)
    {
        json.WriteString("tenant", attempt.Stream.Tenant.Value);
        json.WriteString("kind", attempt.Stream.Kind);
        json.WriteString("key", attempt.Stream.Key);
        json.WriteNumber("version", attempt.Version);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(attempt.At));
        json.WriteString("actor", attempt.Stamp.Actor.Id.Value);
        json.WriteString("commandId", attempt.Stamp.Command.Value);
        json.WriteString("causation", attempt.Causation?.Value);
        json.WriteString("type", attempt.Type);
        json.WritePropertyName("command");
        if (attempt.Payload.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(attempt.Payload.Span);
        }

        json.WriteStartArray("refusals");
        foreach (var refusal in attempt.Refusals)
        {
            Write(json, refusal);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject();
        json.WriteString("code", refusal.Code);
        json.WriteString("rule", refusal.Rule);
        json.WriteString("explanation", refusal.Explanation);
        json.WritePropertyName("facts");
        Facts.Write(json, refusal.Facts, Options);
        Write(json, "remedies", refusal.Remedies.Select(remedy => remedy.ToString()));
        json.WriteString("earliest", refusal.Earliest is { } earliest ? InstantPattern.ExtendedIso.Format(earliest) : null);
        Write(json, "waitsFor", refusal.WaitsFor);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
