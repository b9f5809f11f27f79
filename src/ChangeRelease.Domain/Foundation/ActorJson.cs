using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A person as a name; a service account with its owner.</summary>
internal sealed class ActorJson : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new JsonException("An actor is a person, or a service with its owner.", wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(value.IsService ? "service" : "person", value.Id.Value);
        if (value.Owner is { } owner)
        {
            writer.WriteString("owner", owner.Value);
        }

        writer.WriteEndObject();
    }

    private static Actor Read(JsonElement actor) => actor.TryGetProperty("person", out var person)
        ? Actor.Human(new ActorId(person.GetString()!))
        : Actor.Service(
            new ActorId(actor.GetProperty("service").GetString()!),
            actor.TryGetProperty("owner", out var owner) ? new ActorId(owner.GetString()!) : null);
}
