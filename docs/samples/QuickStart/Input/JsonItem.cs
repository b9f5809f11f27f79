namespace QuickStart.Input;

/// <summary>What kind of JSON value an item is.</summary>
internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    Truth,
    Null,
}

/// <summary>A JSON value that remembers where it stood.</summary>
internal sealed record JsonItem(Place Place, JsonKind Kind)
{
    /// <summary>A text as it is meant; a number or truth as it is written.</summary>
    public string Text { get; init; } = string.Empty;

    public IReadOnlyList<JsonItem> Items { get; init; } = [];

    public IReadOnlyList<JsonField> Fields { get; init; } = [];

    public JsonItem? Find(string name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal))?.Value;
}

/// <summary>A name in a JSON object, and its value.</summary>
internal sealed record JsonField(string Name, Place Place, JsonItem Value);
