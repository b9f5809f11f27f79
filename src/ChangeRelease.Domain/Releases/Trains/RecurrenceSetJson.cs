using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Releases;

/// <summary>A recurrence as its lines of RFC 5545.</summary>
internal sealed class RecurrenceSetJson : JsonConverter<RecurrenceSet>
{
    public override RecurrenceSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var reading = RecurrenceText.ReadSet(reader.TokenType == JsonTokenType.String ? reader.GetString()! : string.Empty);
        return reading.Value ?? throw new JsonException($"This is no recurrence: {string.Join(' ', reading.Faults)}");
    }

    public override void Write(Utf8JsonWriter writer, RecurrenceSet value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
