namespace QuickStart.Input;

/// <summary>The names that one section of the file gives, to which other sections refer.</summary>
internal sealed class Known
{
    private readonly string _what;
    private readonly HashSet<string> _names;

    private Known(string what, IEnumerable<string> names) => (_what, _names) = (what, names.ToHashSet(StringComparer.Ordinal));

    /// <summary>Collects the names of a section: texts, or objects with an "id". A name given twice is a fault.</summary>
    public static Known In(JsonItem root, string section, string what, Faults faults)
    {
        var names = new List<JsonItem>((root.Find(section)?.Items ?? []).Select(item => item.Kind == JsonKind.Object ? item.Find("id") : item).OfType<JsonItem>());
        foreach (var again in names.GroupBy(name => name.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)).Where(name => name.Kind == JsonKind.Text))
        {
            faults.Add(again.Place, $"The {what} '{again.Text}' is given twice.", "Give each an id of its own");
        }

        return new Known(what, names.Select(name => name.Text));
    }

    /// <summary>A name that must be among them.</summary>
    public Func<JsonItem, Faults, T?> Reference<T>(Func<string, T> make)
        where T : class =>
        (item, faults) => Values.Name(make)(item, faults) switch
        {
            null => null,
            _ when !_names.Contains(item.Text) => Values.Refused<T>(item, faults, $"The {_what} '{item.Text}' is unknown.", Remedy),
            var name => name,
        };

    private string Remedy => _names.Count == 0
        ? $"Add it: the file names no {_what} yet"
        : $"Add it, or name one of {string.Join(", ", _names.Order(StringComparer.Ordinal))}";
}
