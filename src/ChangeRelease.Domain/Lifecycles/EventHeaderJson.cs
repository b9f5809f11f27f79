using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What every event remembers, member by member; most of the bytes of most events are these.</summary>
internal sealed class EventHeaderJson(StateJson states) : JsonConverter<EventHeader>
{
    private const string Needed = "The header of an event has a stamp, a status, a content, a command and a basis, each once, and nothing else.";

    private static readonly JsonEncodedText Stamp = JsonEncodedText.Encode("stamp");
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText Command = JsonEncodedText.Encode("command");
    private static readonly JsonEncodedText Basis = JsonEncodedText.Encode("basis");

    private readonly StampJson _stamps = new();
    private readonly DigestJson _digests = new();
    private readonly ValueListJson<Fact> _facts = new(new FactJson());

    public override EventHeader Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        StrictObject.Begin(ref reader, Needed);
        var (stamp, status, content, command, basis) = ((Stamp?)null, (State?)null, (Digest?)null, (Digest?)null, (ValueList<Fact>?)null);
        while (StrictObject.Next(ref reader))
        {
            if (reader.ValueTextEquals(Stamp.EncodedUtf8Bytes))
            {
                stamp = Member(ref reader, _stamps, stamp, options);
            }
            else if (reader.ValueTextEquals(Status.EncodedUtf8Bytes))
            {
                status = Member(ref reader, states, status, options);
            }
            else if (reader.ValueTextEquals(Content.EncodedUtf8Bytes))
            {
                content = Member(ref reader, _digests, content, options);
            }
            else if (reader.ValueTextEquals(Command.EncodedUtf8Bytes))
            {
                command = Member(ref reader, _digests, command, options);
            }
            else
            {
                basis = reader.ValueTextEquals(Basis.EncodedUtf8Bytes) ? Member(ref reader, _facts, basis, options) : throw new JsonException(Needed);
            }
        }

        return stamp is null || status is null || content is null || command is null || basis is null
            ? throw new JsonException(Needed)
            : new EventHeader(stamp, status, content, command, basis);
    }

    public override void Write(Utf8JsonWriter writer, EventHeader value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Stamp);
        _stamps.Write(writer, value.Stamp, options);
        writer.WritePropertyName(Status);
        states.Write(writer, value.Status, options);
        writer.WriteString(Content, value.Content.Hex);
        writer.WriteString(Command, value.Command.Hex);
        writer.WritePropertyName(Basis);
        _facts.Write(writer, value.Basis, options);
        writer.WriteEndObject();
    }

    private static T Member<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, T? before, JsonSerializerOptions options)
        where T : class
    {
        StrictObject.Once(ref reader, before, Needed);
        return converter.Read(ref reader, typeof(T), options)!;
    }
}
