using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>All upcasters of a family of events: brings whatever was once written to the forms of today.</summary>
public sealed class Upcasters
{
    private readonly Dictionary<string, Upcaster> _byForm;

    private Upcasters(Dictionary<string, Upcaster> byForm) => _byForm = byForm;

    /// <summary>No upcasters: every form is one of today.</summary>
    public static Upcasters None { get; } = new([]);

    /// <summary>Takes upcasters together.</summary>
    /// <param name="upcasters">The upcasters, in any order.</param>
    /// <returns>All of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="upcasters"/> is null or holds null.</exception>
    /// <exception cref="ArgumentException">One form has two upcasters, one upcaster gives nothing, or they lead in a circle; the message names the forms.</exception>
    public static Upcasters Of(params IEnumerable<Upcaster> upcasters)
    {
        ArgumentNullException.ThrowIfNull(upcasters);
        var byForm = new Dictionary<string, Upcaster>(StringComparer.Ordinal);
        foreach (var upcaster in upcasters)
        {
            ArgumentNullException.ThrowIfNull(upcaster);
            if (upcaster.To.Count == 0 || !byForm.TryAdd(upcaster.From, upcaster))
            {
                throw new ArgumentException(upcaster.To.Count == 0 ? $"Nothing comes of {upcaster.From}." : $"{upcaster.From} has two upcasters.", nameof(upcasters));
            }
        }

        return Circle(byForm) is { } circle
            ? throw new ArgumentException($"Upcasters lead in a circle: {string.Join(" to ", circle)}.", nameof(upcasters))
            : new Upcasters(byForm);
    }

    /// <summary>Whether a form is an old one, which an upcaster takes further.</summary>
    /// <param name="type">The name of the form.</param>
    /// <returns>True when it is; false for forms of today, and for unknown ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public bool IsOld(string type) => _byForm.ContainsKey(type);

    /// <summary>Brings a form as far as upcasters go. What is not known to them comes back as it is: whoever reads it knows it or refuses it.</summary>
    /// <param name="form">The form as it was written.</param>
    /// <returns>The forms that come of it, in their order; usually it alone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> is null.</exception>
    /// <exception cref="InvalidDataException">An upcaster failed, gave nothing, or gave a form that it had not named.</exception>
    public ValueList<EventForm> Bring(EventForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _byForm.TryGetValue(form.Type, out var upcaster)
            ? Step(upcaster, form).SelectMany(Bring).ToValueList()
            : [form];
    }

    private static List<EventForm> Step(Upcaster upcaster, EventForm form)
    {
        List<EventForm> newer;
        try
        {
            newer = [.. upcaster.Change(form)];
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidDataException($"The upcaster of {form.Type} failed: {failure.Message}", failure);
        }

        return newer.Count > 0 && newer.TrueForAll(given => upcaster.To.Contains(given.Type))
            ? newer
            : throw new InvalidDataException($"The upcaster of {form.Type} gave {(newer.Count == 0 ? "nothing" : string.Join(", ", newer))}, and was to give {string.Join(", ", upcaster.To)}.");
    }

    // The first circle found, from a form back to itself; what is done with leads into none.
    private static List<string>? Circle(Dictionary<string, Upcaster> byForm)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        return byForm.Keys.Select(form => Circle(byForm, form, [], done)).FirstOrDefault(circle => circle is not null);
    }

    private static List<string>? Circle(Dictionary<string, Upcaster> byForm, string form, List<string> way, HashSet<string> done)
    {
        if (way.IndexOf(form) is >= 0 and var at)
        {
            return [.. way[at..], form];
        }

        if (!byForm.TryGetValue(form, out var upcaster) || done.Contains(form))
        {
            return null;
        }

        way.Add(form);
        var circle = upcaster.To.Select(next => Circle(byForm, next, way, done)).FirstOrDefault(found => found is not null);
        way.RemoveAt(way.Count - 1);
        done.Add(form);
        return circle;
    }
}
