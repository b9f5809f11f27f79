using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state with its phase, so that history is read without any table (S-6).</summary>
internal sealed class StateJson : JsonConverter<State>
{
    private const string Needed = "A state has a name and a phase.";

    private readonly Recent<string> _texts = new(text => text, text => text);
    private State? _last;

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

    private State Read(ref Utf8JsonReader reader)
    {
        var (name, phase, order) = ((string?)null, (string?)null, (int?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = _texts.Read(ref Value(ref reader));
            }
            else if (reader.ValueTextEquals("phase"u8))
            {
                phase = _texts.Read(ref Value(ref reader));
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

        return name is null || phase is null ? throw new JsonException(Needed) : Of(name, phase, order);
    }

    // Histories stay in a state for many events; who reads at the same time finds this one, or makes an equal one.
    private State Of(string name, string phase, int? order) =>
        _last is { } last && last.Phase.Order == order && string.Equals(last.Name, name, StringComparison.Ordinal) && string.Equals(last.Phase.Name, phase, StringComparison.Ordinal)
            ? last
            : _last = new State(name, order is { } place ? Phase.InOrder(phase, place) : Phase.Aside(phase));

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }
}
