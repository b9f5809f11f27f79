using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A person as a name; a service account with its owner.</summary>
internal sealed class ActorJson : JsonConverter<Actor>
{
    private const string Needed = "An actor is a person, or a service with its owner.";

    private readonly Recent<ActorId> _names = new(text => new ActorId(text), known => known.Value);

    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : throw new JsonException(Needed);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            throw new JsonException(Needed, wrong);
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

    private Actor Read(ref Utf8JsonReader reader)
    {
        var (person, service, owner) = ((ActorId?)null, (ActorId?)null, (ActorId?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("person"u8))
            {
                person = Named(ref reader);
            }
            else if (reader.ValueTextEquals("service"u8))
            {
                service = Named(ref reader);
            }
            else if (reader.ValueTextEquals("owner"u8))
            {
                owner = Named(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return person is not null ? Actor.Human(person) : Actor.Service(service ?? throw new JsonException(Needed), owner);
    }

    private ActorId Named(ref Utf8JsonReader reader)
    {
        reader.Read();
        return _names.Read(ref reader);
    }
}
