using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state with its phase, so that history is read without any table (S-6).</summary>
internal sealed class StateJson : JsonConverter<State>
{
    public override State Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new JsonException("A state has a name and a phase.", wrong);
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

    private static State Read(JsonElement state)
    {
        var phase = state.GetProperty("phase").GetString()!;
        return new State(
            state.GetProperty("name").GetString()!,
            state.TryGetProperty("order", out var order) ? Phase.InOrder(phase, order.GetInt32()) : Phase.Aside(phase));
    }
}
