using ChangeRelease.Domain.Foundation;

namespace QuickStart.Input;

/// <summary>Reads the fields of one JSON object, and in the end reports those that nobody asked for.</summary>
/// <remarks>Every reader gives null and adds a fault when something is wrong; nothing is used once there is any fault.</remarks>
internal sealed class Fields
{
    private readonly Faults _faults;
    private readonly List<string> _known = [];

    public Fields(JsonItem item, Faults faults)
    {
        (Item, _faults) = (item, faults);
        if (item.Kind != JsonKind.Object)
        {
            faults.Add(item.Place, $"An object is expected here, and this is {Called(item)}.", "Write { ... } with named fields");
        }
    }

    public JsonItem Item { get; }

    public T? Required<T>(string name, Func<JsonItem, Faults, T?> read)
    {
        if (Find(name) is { } found)
        {
            return read(found, _faults);
        }

        if (Item.Kind == JsonKind.Object)
        {
            _faults.Add(Item.Place, $"The field '{name}' is missing.", $"Add \"{name}\"");
        }

        return default;
    }

    public T? Optional<T>(string name, Func<JsonItem, Faults, T?> read) => Find(name) is { } found ? read(found, _faults) : default;

    public ValueList<T> List<T>(string name, Func<JsonItem, Faults, T?> read, bool isRequired = false)
        where T : class
    {
        var items = isRequired ? Required(name, Elements) : Optional(name, Elements);
        return (items ?? []).Select(item => read(item, _faults)).OfType<T>().ToValueList();
    }

    /// <summary>Ends the reading: whatever was not asked for is unknown.</summary>
    public void NothingElse()
    {
        foreach (var field in Item.Fields.Where(field => !_known.Contains(field.Name)).DistinctBy(field => field.Name))
        {
            _faults.Add(field.Place, $"The field '{field.Name}' is unknown.", $"Remove it, or write one of {string.Join(", ", _known)}");
        }
    }

    public static string Called(JsonItem item) => item.Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "a list",
        JsonKind.Text => "a text",
        JsonKind.Number => "a number",
        JsonKind.Truth => "true or false",
        _ => "null",
    };

    private JsonItem? Find(string name)
    {
        _known.Add(name);
        return Item.Find(name);
    }

    private static IReadOnlyList<JsonItem>? Elements(JsonItem item, Faults faults)
    {
        if (item.Kind == JsonKind.Array)
        {
            return item.Items;
        }

        faults.Add(item.Place, $"A list is expected here, and this is {Called(item)}.", "Write [ ... ]");
        return null;
    }
}
