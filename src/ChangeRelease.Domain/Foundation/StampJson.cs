using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A stamp as its instant, its actor and its command.</summary>
internal sealed class StampJson : JsonConverter<Stamp>
{
    private const string Needed = "A stamp has an instant, an actor and a command, each once, and nothing else.";

    private static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText Who = JsonEncodedText.Encode("actor");
    private static readonly JsonEncodedText Command = JsonEncodedText.Encode("command");

    private readonly InstantJson _instants = new();
    private readonly ActorJson _actors = new();
    private readonly IdentifierJson<CommandId> _commands = new(text => new CommandId(text));

    public override Stamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        StrictObject.Begin(ref reader, Needed);
        var (at, actor, command) = ((Instant?)null, (Actor?)null, (CommandId?)null);
        while (StrictObject.Next(ref reader))
        {
            if (reader.ValueTextEquals(At.EncodedUtf8Bytes))
            {
                StrictObject.Once(ref reader, at, Needed);
                at = _instants.Read(ref reader, typeof(Instant), options);
            }
            else if (reader.ValueTextEquals(Who.EncodedUtf8Bytes))
            {
                StrictObject.Once(ref reader, actor, Needed);
                actor = _actors.Read(ref reader, typeof(Actor), options);
            }
            else if (reader.ValueTextEquals(Command.EncodedUtf8Bytes))
            {
                StrictObject.Once(ref reader, command, Needed);
                command = _commands.Read(ref reader, typeof(CommandId), options);
            }
            else
            {
                throw new JsonException(Needed);
            }
        }

        return at is null || actor is null || command is null ? throw new JsonException(Needed) : new Stamp(at.Value, actor, command);
    }

    public override void Write(Utf8JsonWriter writer, Stamp value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(At);
        _instants.Write(writer, value.At, options);
        writer.WritePropertyName(Who);
        _actors.Write(writer, value.Actor, options);
        writer.WriteString(Command, value.Command.Value);
        writer.WriteEndObject();
    }
}
