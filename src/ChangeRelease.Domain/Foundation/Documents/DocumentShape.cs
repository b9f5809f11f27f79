using System.Text;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>What may stand at a place of a document; made from the model that the document is read into.</summary>
internal abstract class DocumentShape
{
    private protected DocumentShape()
    {
    }

    /// <summary>What is wanted, with its article.</summary>
    public abstract string Wanted { get; }
}

/// <summary>Any text.</summary>
internal sealed class TextShape : DocumentShape
{
    public override string Wanted => "a text";
}

/// <summary>A whole number, both ends included.</summary>
internal sealed class NumberShape(long least, long most) : DocumentShape
{
    public long Least { get; } = least;

    public long Most { get; } = most;

    public override string Wanted => FormattableString.Invariant($"a whole number from {Least} to {Most}");
}

/// <summary>True or false.</summary>
internal sealed class TruthShape : DocumentShape
{
    public override string Wanted => "true or false";
}

/// <summary>One of a few names.</summary>
internal sealed class NameShape(ValueList<string> names) : DocumentShape
{
    public ValueList<string> Names { get; } = names;

    public override string Wanted => $"one of {Names}";
}

/// <summary>Any value at all; judged later by those who know what it is for.</summary>
internal sealed class FreeShape : DocumentShape
{
    public override string Wanted => "any value";
}

/// <summary>A list.</summary>
internal sealed class ListShape(DocumentShape item) : DocumentShape
{
    public DocumentShape Item { get; } = item;

    public override string Wanted => "a list";
}

/// <summary>An object whose members have names of the writer's own.</summary>
internal sealed class MapShape(DocumentShape value) : DocumentShape
{
    public DocumentShape Value { get; } = value;

    public override string Wanted => "an object";
}

/// <summary>An object with certain members.</summary>
internal sealed class ObjectShape(string name) : DocumentShape
{
    /// <summary>The name under which schemas define it.</summary>
    public string Name { get; } = name;

    /// <summary>The members; set once all shapes are known, because an object may hold its own kind.</summary>
    public IReadOnlyList<ShapeMember> Members { get; set; } = [];

    public override string Wanted => "an object";

    public int IndexOf(JsonProperty given)
    {
        for (var at = 0; at < Members.Count; at++)
        {
            if (given.NameEquals(Members[at].Utf8Name.Span))
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>A text, as the short spelling of something longer.</summary>
internal sealed class ShortOrFullShape(DocumentShape full) : DocumentShape
{
    public DocumentShape Full { get; } = full;

    public override string Wanted => $"a text or {Full.Wanted}";
}

/// <summary>One member of an object.</summary>
internal sealed class ShapeMember(string name, DocumentShape shape, bool isRequired, string description)
{
    public string Name { get; } = name;

    public ReadOnlyMemory<byte> Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public DocumentShape Shape { get; } = shape;

    public bool IsRequired { get; } = isRequired;

    public string Description { get; } = description;
}
