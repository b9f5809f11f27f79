using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>Reads a line of a history file, member after member in their order.</summary>
internal ref struct FileLineReader
{
    private const int TicksInMicrosecond = 10;

    private Utf8JsonReader _json;

    private FileLineReader(ReadOnlySpan<byte> line) => _json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 1 });

    /// <summary>The line; null when it is none. Whether it is spelled as it must be is another question.</summary>
    public static FileLine? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return new FileLineReader(line).Line();
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private FileLine Line()
    {
        Expect(JsonTokenType.StartObject);
        Expect(JsonTokenType.PropertyName);
        FileLine line = _json.GetString() switch
        {
            "format" => new HeaderLine(TextValue(), Number("version")),
            "checkpoint" => new CheckpointLine(new Checkpoint(NumberValue(), At("at"), Number("streams"), Digested("root"), Digested("previous")), Digested("digest")),
            "head" => new HeadLine(new StreamHead(StreamId.Parse(TextValue()), Number("length"), Digested("hash"))),
            "stream" => new RecordLine(Record(StreamId.Parse(TextValue()))),
            "records" => new EndLine(NumberValue(), Number("streams"), Digested("root")),
            _ => throw new FormatException("No line begins so."),
        };
        Expect(JsonTokenType.EndObject);
        return _json.Read() ? throw new FormatException("Something follows.") : line;
    }

    private EventRecord Record(StreamId stream)
    {
        var (version, at) = (Number("version"), At("at"));
        var (actor, command, causation) = (new ActorId(Text("actor")), new CommandId(Text("command")), TextOrNothing("causation"));
        return EventRecord.Restore(
            stream, version, at, actor, command, causation is null ? null : new CommandId(causation), Text("type"), Payload(), Digested("previous"), Digested("hash"));
    }

    private byte[] Payload()
    {
        Expect(JsonTokenType.PropertyName);
        var isText = _json.ValueTextEquals("payload"u8);
        if (!isText && !_json.ValueTextEquals("payloadBytes"u8))
        {
            throw new FormatException("A payload is missing.");
        }

        Expect(JsonTokenType.String);
        return isText ? Copied() : _json.GetBytesFromBase64();
    }

    private readonly byte[] Copied()
    {
        var bytes = new byte[_json.ValueSpan.Length];
        return bytes[.._json.CopyString(bytes)];
    }

    private string Text(string name)
    {
        Member(name);
        return TextValue();
    }

    private string? TextOrNothing(string name)
    {
        Member(name);
        return _json.Read() && _json.TokenType is JsonTokenType.String or JsonTokenType.Null ? _json.GetString() : throw new FormatException("This is no text.");
    }

    private long Number(string name)
    {
        Member(name);
        return NumberValue();
    }

    private Instant At(string name) => Instant.FromUnixTimeTicks(checked(Number(name) * TicksInMicrosecond));

    private Digest Digested(string name) => Digest.Parse(Text(name));

    private string TextValue()
    {
        Expect(JsonTokenType.String);
        return _json.GetString()!;
    }

    private long NumberValue()
    {
        Expect(JsonTokenType.Number);
        return _json.GetInt64();
    }

    private void Member(string name)
    {
        Expect(JsonTokenType.PropertyName);
        if (!_json.ValueTextEquals(name))
        {
            throw new FormatException($"Here belongs {name}.");
        }
    }

    private void Expect(JsonTokenType type)
    {
        if (!_json.Read() || _json.TokenType != type)
        {
            throw new FormatException($"Here belongs a {type}.");
        }
    }
}
