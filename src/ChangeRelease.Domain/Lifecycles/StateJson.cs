using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state with its phase, so that history is read without any table (S-6).</summary>
internal sealed class StateJson : JsonConverter<State>
{
    private const string Needed = "A state has a name and a phase.";

    public override State Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : throw new JsonException(Needed);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new JsonException(Needed, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, State value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name", value.Name);
        writer.WriteString("phase", value.Phase.Name);
        if (value.Phase.Order is { } order)
        {
            writer.WriteNumber("order", order);
        }

        writer.WriteEndObject();
    }

    private static State Read(ref Utf8JsonReader reader)
    {
        var (name, phase, order) = ((string?)null, (string?)null, (int?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = Value(ref reader).GetString();
            }
            else if (reader.ValueTextEquals("phase"u8))
            {
                phase = Value(ref reader).GetString();
            }
            else if (reader.ValueTextEquals("order"u8))
            {
                order = Value(ref reader).GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return name is null || phase is null
            ? throw new JsonException(Needed)
            : new State(name, order is { } place ? Phase.InOrder(phase, place) : Phase.Aside(phase));
    }

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }
}
