using System.Globalization;
using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>A history file verified a second time, from what its documentation says: another parser, another spelling, another tree.</summary>
internal sealed class IndependentFile
{
    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly List<EventRecord> _records = [];
    private readonly List<StreamHead> _heads = [];
    private Dictionary<string, JsonElement>? _checkpoint;
    private bool _isRight;
    private int _checkpointLine;
    private int _stage;

    private IndependentFile(byte[] file)
    {
        var texts = Encoding.Latin1.GetString(file).Split('\n');
        for (var at = 0; at < texts.Length && !(_stage < 0) && (at < texts.Length - 1 || texts[at].Length > 0); at++)
        {
            Last = at + 1;
            Line(Encoding.Latin1.GetBytes(texts[at]), at + 1, at < texts.Length - 1);
        }

        if (_stage is >= 0 and < 4)
        {
            Lines.Add(Last);
        }
    }

    private int Last { get; set; }

    public HashSet<long> Lines { get; } = [];

    public HashSet<(string Stream, int Position)> Breaks => IndependentHistory.Breaks(_records, _isRight ? [_heads] : []);

    public static IndependentFile Read(byte[] file) => new(file);

    private void Line(byte[] bytes, int number, bool isEnded)
    {
        var (kind, members) = Parsed(bytes);
        if (_stage == 0)
        {
            var isKnown = isEnded && bytes.AsSpan().SequenceEqual("""{"format":"change-release.history","version":1}"""u8);
            _stage = isKnown ? 1 : -1;
            _ = isKnown || Lines.Add(number);
            return;
        }

        if (kind is null || !isEnded || !Spelled(members).AsSpan().SequenceEqual(bytes))
        {
            Lines.Add(number);
        }

        switch (kind)
        {
            case "checkpoint" when _stage == 1:
                (_checkpoint, _checkpointLine, _stage) = (members, number, 2);
                _ = DigestOf(members) == members["digest"].GetString() || Lines.Add(number);
                break;
            case "head" when _stage == 2:
                _heads.Add(new StreamHead(Stream(members["head"]), members["length"].GetInt64(), Digest.Parse(members["hash"].GetString()!)));
                break;
            case "stream" when _stage < 4:
                CloseHeads();
                _records.Add(Record(members));
                _stage = 3;
                break;
            case "records" when _stage < 4:
                CloseHeads();
                _ = IsTotal(members) || Lines.Add(number);
                _stage = 4;
                break;
            case not null:
                Lines.Add(number);
                break;
        }
    }

    private void CloseHeads()
    {
        if (_stage == 2)
        {
            _isRight = _heads.Select(head => head.Stream.ToString()).Distinct().Count() == _heads.Count
                && IndependentHistory.Root(_heads) == _checkpoint!["root"].GetString() && _heads.Count == _checkpoint["streams"].GetInt64();
            _ = _isRight || Lines.Add(_checkpointLine);
        }
    }

    private bool IsTotal(Dictionary<string, JsonElement> members)
    {
        var heads = _records.GroupBy(record => record.Stream.ToString()).Select(group => new StreamHead(group.Last().Stream, group.Count(), group.Last().Hash)).ToList();
        return members["records"].GetInt64() == _records.Count && members["streams"].GetInt64() == heads.Count && members["root"].GetString() == IndependentHistory.Root(heads);
    }

    private static (string? Kind, Dictionary<string, JsonElement> Members) Parsed(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(Strict.GetString(bytes));
            var members = document.RootElement.EnumerateObject().Select(member => (member.Name, Value: member.Value.Clone())).ToList();
            var named = members.ToDictionary(member => member.Name, member => member.Value);
            return Judged(members[0].Name, string.Join(' ', members.Select(member => member.Name)), named) ? (members[0].Name, named) : (null, []);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            return (null, []);
        }
    }

    private static bool Judged(string kind, string order, Dictionary<string, JsonElement> members)
    {
        switch (kind)
        {
            case "stream":
                _ = Record(members);
                return order is "stream version at actor command causation type payload previous hash" or "stream version at actor command causation type payloadBytes previous hash";
            case "head":
                _ = new StreamHead(Stream(members["head"]), members["length"].GetInt64(), Digest.Parse(members["hash"].GetString()!));
                return order == "head length hash";
            case "checkpoint":
                _ = DigestOf(members);
                return order == "checkpoint at streams root previous digest" && Digest.Parse(members["digest"].GetString()!) is not null;
            case "records":
                _ = Digest.Parse(members["root"].GetString()!);
                return order == "records streams root" && members["records"].GetInt64() <= long.MaxValue && members["streams"].GetInt64() <= long.MaxValue;
            default:
                return order == "format version";
        }
    }

    private static string DigestOf(Dictionary<string, JsonElement> members) => IndependentHistory.DigestOf(new Checkpoint(
        members["checkpoint"].GetInt64(), At(members["at"]), members["streams"].GetInt64(), Digest.Parse(members["root"].GetString()!), Digest.Parse(members["previous"].GetString()!)));

    private static EventRecord Record(Dictionary<string, JsonElement> members) => EventRecord.Restore(
        Stream(members["stream"]),
        members["version"].GetInt64(),
        At(members["at"]),
        new ActorId(members["actor"].GetString()!),
        new CommandId(members["command"].GetString()!),
        members["causation"].GetString() is { } causation ? new CommandId(causation) : null,
        members["type"].GetString() ?? throw new FormatException(),
        members.TryGetValue("payload", out var payload) ? Strict.GetBytes(payload.GetString() ?? throw new FormatException()) : members["payloadBytes"].GetBytesFromBase64(),
        Digest.Parse(members["previous"].GetString()!),
        Digest.Parse(members["hash"].GetString()!));

    private static StreamId Stream(JsonElement name)
    {
        var parts = name.GetString()!.Split('/').Select(part => part.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)).ToArray();
        var stream = new StreamId(new TenantId(parts[0]), parts.Length == 3 ? parts[1] : throw new FormatException(), parts[2]);
        return stream.ToString() == name.GetString() ? stream : throw new FormatException();
    }

    private static Instant At(JsonElement microseconds) => Instant.FromUnixTimeTicks(checked(microseconds.GetInt64() * 10));

    private static byte[] Spelled(Dictionary<string, JsonElement> members) => Strict.GetBytes(
        $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{Spelled(member.Value)}"))}}}");

    private static string Spelled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Null => "null",
        _ => $"\"{string.Concat(value.GetString()!.Select(Spelled))}\"",
    };

    private static string Spelled(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    };
}
