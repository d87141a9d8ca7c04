import { Link } from '@tanstack/react-router';
import { useScreens } from './screens.ts';

/** The screens there are, as far as the role of the person may see them. */
export function Navigation() {
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {useScreens().map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link to={to} className="nav-link" activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={18} stroke={1.7} aria-hidden />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
