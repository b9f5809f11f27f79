using System.Runtime.InteropServices;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Walks a document beside its shape and finds everything that is not as it should be; each value is looked at once.</summary>
internal sealed class DocumentCheck(DocumentLimits limits, DocumentFaults faults)
{
    private readonly DocumentPath _path = new();
    private readonly Suggestions _suggestions = new();

    /// <summary>Whether the document can be read into its model, whatever else is wrong with it.</summary>
    public bool IsReadable { get; private set; } = true;

    /// <param name="value">What stands there.</param>
    /// <param name="shape">What should.</param>
    /// <param name="member">The name of the member it stands under, for its limit.</param>
    public void Check(JsonElement value, DocumentShape shape, string member = "")
    {
        faults.Step();
        if (!faults.IsFull && (value.ValueKind != JsonValueKind.Null || shape is FreeShape || !IsNull()))
        {
            Judge(value, shape, member);
        }
    }

    private void Judge(JsonElement value, DocumentShape shape, string member)
    {
        switch (shape)
        {
            case ShortOrFullShape when value.ValueKind == JsonValueKind.String:
                Text(value);
                break;
            case ShortOrFullShape when value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object):
                Wrong(value, shape);
                break;
            case ShortOrFullShape spelled:
                Judge(value, spelled.Full, member);
                break;
            case TextShape when Is(value, JsonValueKind.String, shape):
                Text(value);
                break;
            case NameShape names when Is(value, JsonValueKind.String, shape):
                Name(value, names);
                break;
            case NumberShape number when Is(value, JsonValueKind.Number, shape):
                Number(value, number);
                break;
            case TruthShape when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                Wrong(value, shape);
                break;
            case ListShape list when Is(value, JsonValueKind.Array, shape) && Fits(value.GetArrayLength(), member):
                List(value, list.Item, member);
                break;
            case MapShape map when Is(value, JsonValueKind.Object, shape) && Fits(value.GetPropertyCount(), member):
                Map(value, map.Value);
                break;
            case ObjectShape known when Is(value, JsonValueKind.Object, shape):
                Object(value, known);
                break;
            case FreeShape:
                Free(value);
                break;
        }
    }

    private bool IsNull()
    {
        Unreadable("document.null", "Nothing stands here. Give a value, or leave the member out.");
        return true;
    }

    private bool Is(JsonElement value, JsonValueKind kind, DocumentShape shape)
    {
        if (value.ValueKind != kind)
        {
            Wrong(value, shape);
        }

        return value.ValueKind == kind;
    }

    private void Wrong(JsonElement value, DocumentShape shape) =>
        Unreadable("document.type-wrong", $"Here stands {Described(value.ValueKind)}, where {shape.Wanted} is wanted. Write {shape.Wanted}.");

    private bool Fits(int items, string member)
    {
        var most = limits.MostOf(member);
        if (items > most)
        {
            Unreadable("document.too-many-items", FormattableString.Invariant($"Here are {items} items; {most} is the most. Take some out, or raise the limit."));
        }

        return items <= most;
    }

    private void Text(JsonElement value)
    {
        if (!EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8Value(value)))
        {
            Unreadable("document.text-malformed", "The text holds half a surrogate pair. Write both halves, or the character itself.");
        }
    }

    private void Name(JsonElement value, NameShape shape)
    {
        if (!EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8Value(value)))
        {
            Text(value);
        }
        else if (value.GetString()! is var name && !shape.Names.Contains(name))
        {
            Unreadable("document.name-unknown", $"'{DocumentPath.Shown(name)}' is none of {shape.Names}. Write one of them.{_suggestions.For(name, shape.Names)}");
        }
    }

    private void Number(JsonElement value, NumberShape shape)
    {
        if (!value.TryGetInt64(out var number) || number < shape.Least || number > shape.Most)
        {
            Unreadable("document.number-unfit", $"The number is not {shape.Wanted}. Write such a number, without a fraction or an exponent.");
        }
    }

    private void List(JsonElement value, DocumentShape item, string member)
    {
        var at = 0;
        foreach (var each in value.EnumerateArray())
        {
            if (faults.IsFull)
            {
                return;
            }

            _path.Enter(at++);
            Check(each, item, member);
            _path.Leave();
        }
    }

    private void Object(JsonElement value, ObjectShape shape)
    {
        var seen = new bool[shape.Members.Count];
        foreach (var given in value.EnumerateObject())
        {
            if (faults.IsFull)
            {
                return;
            }

            Member(given, shape, seen);
        }

        foreach (var missing in shape.Members.Where((member, at) => member.IsRequired && !seen[at]))
        {
            Unreadable("document.member-missing", $"The member '{missing.Name}' is missing. Add it: {Wanted(missing)}.");
        }
    }

    private static string Wanted(ShapeMember member) => member.Description.Length > 0 ? $"{member.Shape.Wanted} ({member.Description.TrimEnd('.')})" : member.Shape.Wanted;

    private void Member(JsonProperty given, ObjectShape shape, bool[] seen)
    {
        faults.Step();
        if (!IsWellFormed(given))
        {
            return;
        }

        var at = shape.IndexOf(given);
        if (at < 0)
        {
            Unknown(given.Name, shape);
            return;
        }

        _path.Enter(shape.Members[at].Name);
        if (seen[at])
        {
            Unreadable("document.member-repeated", "The member stands twice. Keep one.");
        }
        else
        {
            seen[at] = true;
            Check(given.Value, shape.Members[at].Shape, shape.Members[at].Name);
        }

        _path.Leave();
    }

    private void Unknown(string name, ObjectShape shape)
    {
        var near = _suggestions.For(name, shape.Members.Select(member => member.Name));
        faults.Fault(
            "document.member-unknown",
            $"{_path}{DocumentPath.Member(name)}",
            $"Nothing here is called '{DocumentPath.Shown(name)}'. Take it out, or use one of {string.Join(", ", shape.Members.Select(member => member.Name))}.{near}");
    }

    private bool IsWellFormed(JsonProperty given)
    {
        var isWellFormed = EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8PropertyName(given));
        if (!isWellFormed)
        {
            Unreadable("document.text-malformed", "The name of a member holds half a surrogate pair. Write both halves, or the character itself.");
        }

        return isWellFormed;
    }

    private void Map(JsonElement value, DocumentShape shape) => Each(value, (item, _) => Check(item, shape));

    private void Free(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                Text(value);
                break;
            case JsonValueKind.Array when Fits(value.GetArrayLength(), string.Empty):
                List(value, new FreeShape(), string.Empty);
                break;
            case JsonValueKind.Object when Fits(value.GetPropertyCount(), string.Empty):
                Each(value, (item, shape) => Check(item, shape));
                break;
        }
    }

    private void Each(JsonElement value, Action<JsonElement, DocumentShape> check)
    {
        var free = new FreeShape();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var given in value.EnumerateObject())
        {
            faults.Step();
            if (faults.IsFull || !IsWellFormed(given))
            {
                continue;
            }

            _path.Enter(given.Name);
            if (names.Add(given.Name))
            {
                check(given.Value, free);
            }
            else
            {
                Unreadable("document.member-repeated", "The member stands twice. Keep one.");
            }

            _path.Leave();
        }
    }

    private void Unreadable(string code, string message)
    {
        IsReadable = false;
        Add(code, message);
    }

    private void Add(string code, string message) => faults.Fault(code, _path.ToString(), message);

    private static string Described(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "nothing",
    };
}
