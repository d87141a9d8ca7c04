import { StyleSheet } from '@react-pdf/renderer';

export type Styles = ReturnType<typeof stylesOf>;

const ink = '#1d2433';
const accent = '#1f4e79';
const soft = '#5b6575';
const rule = '#c9d1dc';

/** All measures follow the size of the text, so that a longer letter only gets smaller. */
export function stylesOf(size: number) {
  const gap = size * 0.75;
  // On each text, not on the page: fixed elements take an inherited line height twice and fall off the page.
  const text = { fontSize: size, lineHeight: 1.28 };
  return StyleSheet.create({
    page: { fontFamily: 'Times-Roman', color: ink, paddingTop: 46, paddingBottom: 58, paddingHorizontal: 62 },
    letterhead: {
      flexDirection: 'row',
      justifyContent: 'space-between',
      alignItems: 'flex-end',
      borderBottomWidth: 1.5,
      borderBottomColor: accent,
      paddingBottom: 7,
      marginBottom: gap * 1.6,
    },
    firm: { fontFamily: 'Times-Bold', fontSize: size * 1.65, lineHeight: 1.15, color: accent, maxWidth: 270 },
    firmLine: { fontSize: size * 0.86, lineHeight: 1.3, color: soft, textAlign: 'right', maxWidth: 205 },
    date: { ...text, marginBottom: gap },
    addressee: { marginBottom: gap * 1.3 },
    plain: text,
    title: { fontFamily: 'Times-Bold', fontSize: size * 1.38, lineHeight: 1.2, color: accent, textAlign: 'center', marginBottom: gap * 1.1 },
    heading: { fontFamily: 'Times-Bold', fontSize: size * 1.12, lineHeight: 1.28, color: accent, marginTop: gap * 0.5, marginBottom: gap * 0.55 },
    paragraph: { ...text, marginBottom: gap, textAlign: 'left' },
    table: { borderTopWidth: 0.75, borderTopColor: rule, marginBottom: gap * 1.2 },
    row: { flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: rule, paddingVertical: gap * 0.42, paddingHorizontal: 6 },
    shaded: { backgroundColor: '#f4f6f9' },
    label: { ...text, width: '26%', fontFamily: 'Times-Bold', paddingRight: 8 },
    value: { ...text, width: '74%' },
    list: { marginBottom: gap * 0.5 },
    item: { flexDirection: 'row', marginBottom: gap * 0.5 },
    number: { ...text, width: size * 1.9 },
    itemText: { ...text, flex: 1 },
    notice: {
      borderWidth: 0.75,
      borderColor: accent,
      borderRadius: 2,
      paddingVertical: gap * 0.7,
      paddingHorizontal: 9,
      marginBottom: gap,
      backgroundColor: '#f8fafc',
    },
    noticeTitle: { ...text, fontFamily: 'Times-Bold', color: accent, marginBottom: 2 },
    signatures: { flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between', marginTop: gap * 0.3 },
    signature: { width: '47%', marginBottom: gap * 1.1 },
    signatureRole: { fontFamily: 'Times-Bold', fontSize: size * 0.92, lineHeight: 1.28, color: soft },
    line: { height: size * 2.3, borderBottomWidth: 0.75, borderBottomColor: ink, marginBottom: 2 },
    under: { flexDirection: 'row', justifyContent: 'space-between' },
    underName: { ...text, flex: 1, paddingRight: 10 },
    underDate: { ...text, color: soft, width: 62 },
    underSmall: { fontSize: size * 0.9, lineHeight: 1.28, color: soft },
    footer: {
      position: 'absolute',
      left: 62,
      right: 62,
      bottom: 26,
      height: 18,
      flexDirection: 'row',
      justifyContent: 'space-between',
      borderTopWidth: 0.5,
      borderTopColor: rule,
      paddingTop: 5,
    },
    footerText: { fontSize: 8, color: soft },
  });
}
