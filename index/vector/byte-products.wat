;; Inner products with rows of signed bytes, several numbers at once: of a question's tokens, sixteen bits wide, with the best
;; of them, and of a vector of 32-bit floats. What JavaScript does with the same loops takes some five to twenty times as
;; long, and a search spends most of its time in them.
;; "index/vector/byte-products.ts" lays out the memory. The compiled module stands in "byte-products-module.ts"; a test
;; holds the two together and says how to compile it anew.
(module
  (memory (export "memory") 1)

  ;; products[row * tokens + token] = sum over axes of question[token][axis] * row[axis]
  ;; question: tokens rows of $axes 16-bit numbers; tokens a multiple of 4, axes of 8, those filled up
  ;; with zeros.
  ;; rows: $rowBytes from one to the next; what stands behind their numbers is multiplied by the zeros.
  (func (export "multiply")
    (param $question i32) (param $tokens i32) (param $axes i32)
    (param $rows i32) (param $rowBytes i32) (param $rowsEnd i32) (param $products i32)
    (local $first i32) (local $second i32) (local $third i32) (local $fourth i32)
    (local $tokensLeft i32) (local $at i32) (local $rowEnd i32) (local $numbers v128)
    (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $sum4 v128)
    (local $tokenBytes i32)
    (local.set $tokenBytes (i32.shl (local.get $axes) (i32.const 1)))
    (block $done
      (loop $eachRow
        (br_if $done (i32.ge_u (local.get $rows) (local.get $rowsEnd)))
        (local.set $rowEnd (i32.add (local.get $rows) (local.get $axes)))
        (local.set $first (local.get $question))
        (local.set $tokensLeft (local.get $tokens))
        (loop $eachFourTokens
          (local.set $second (i32.add (local.get $first) (local.get $tokenBytes)))
          (local.set $third (i32.add (local.get $second) (local.get $tokenBytes)))
          (local.set $fourth (i32.add (local.get $third) (local.get $tokenBytes)))
          (local.set $sum1 (v128.const i32x4 0 0 0 0))
          (local.set $sum2 (v128.const i32x4 0 0 0 0))
          (local.set $sum3 (v128.const i32x4 0 0 0 0))
          (local.set $sum4 (v128.const i32x4 0 0 0 0))
          (local.set $at (local.get $rows))
          (loop $eachEightAxes
            (local.set $numbers (v128.load8x8_s (local.get $at)))
            (local.set $sum1 (i32x4.add (local.get $sum1)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $first)))))
            (local.set $sum2 (i32x4.add (local.get $sum2)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $second)))))
            (local.set $sum3 (i32x4.add (local.get $sum3)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $third)))))
            (local.set $sum4 (i32x4.add (local.get $sum4)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $fourth)))))
            (local.set $first (i32.add (local.get $first) (i32.const 16)))
            (local.set $second (i32.add (local.get $second) (i32.const 16)))
            (local.set $third (i32.add (local.get $third) (i32.const 16)))
            (local.set $fourth (i32.add (local.get $fourth) (i32.const 16)))
            (br_if $eachEightAxes (i32.lt_u
              (local.tee $at (i32.add (local.get $at) (i32.const 8)))
              (local.get $rowEnd))))
          (i32.store (local.get $products) (call $across (local.get $sum1)))
          (i32.store offset=4 (local.get $products) (call $across (local.get $sum2)))
          (i32.store offset=8 (local.get $products) (call $across (local.get $sum3)))
          (i32.store offset=12 (local.get $products) (call $across (local.get $sum4)))
          (local.set $products (i32.add (local.get $products) (i32.const 16)))
          (local.set $first (local.get $fourth))
          (br_if $eachFourTokens
            (local.tee $tokensLeft (i32.sub (local.get $tokensLeft) (i32.const 4)))))
        (local.set $rows (i32.add (local.get $rows) (local.get $rowBytes)))
        (br $eachRow))))

  ;; best of each token among rows, and of each row among tokens; what stands in ofTokens is only raised.
  ;; products: what "multiply" wrote, tokens a multiple of 4; ofTokens: as many 32-bit numbers; ofRows: one a row.
  (func (export "best")
    (param $products i32) (param $productsEnd i32) (param $tokens i32) (param $ofTokens i32) (param $ofRows i32)
    (local $rowEnd i32) (local $token i32) (local $four v128) (local $best v128)
    (block $done
      (loop $eachRow
        (br_if $done (i32.ge_u (local.get $products) (local.get $productsEnd)))
        (local.set $rowEnd
          (i32.add (local.get $products) (i32.shl (local.get $tokens) (i32.const 2))))
        (local.set $token (local.get $ofTokens))
        (local.set $best (v128.load (local.get $products)))
        (loop $eachFourTokens
          (local.set $four (v128.load (local.get $products)))
          (local.set $best (i32x4.max_s (local.get $best) (local.get $four)))
          (v128.store (local.get $token) (i32x4.max_s (v128.load (local.get $token)) (local.get $four)))
          (local.set $token (i32.add (local.get $token) (i32.const 16)))
          (br_if $eachFourTokens (i32.lt_u
            (local.tee $products (i32.add (local.get $products) (i32.const 16)))
            (local.get $rowEnd))))
        (local.set $best (i32x4.max_s (local.get $best)
          (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $best) (local.get $best))))
        (local.set $best (i32x4.max_s (local.get $best)
          (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $best) (local.get $best))))
        (i32.store (local.get $ofRows) (i32x4.extract_lane 0 (local.get $best)))
        (local.set $ofRows (i32.add (local.get $ofRows) (i32.const 4)))
        (br $eachRow))))

  ;; dots[row] = scale of the row * sum over axes of vector[axis] * row[axis]
  ;; vector: $axes 32-bit floats, a multiple of 8, filled up with zeros. rows: $rowBytes from one to the next, each a 32-bit
  ;; float (its scale) and its bytes; what stands behind these is multiplied by the zeros.
  (func (export "dots")
    (param $vector i32) (param $axes i32) (param $rows i32) (param $rowBytes i32) (param $rowsEnd i32) (param $dots i32)
    (local $at i32) (local $end i32) (local $number i32) (local $eight v128) (local $low v128) (local $high v128)
    (block $done
      (loop $eachRow
        (br_if $done (i32.ge_u (local.get $rows) (local.get $rowsEnd)))
        (local.set $at (local.get $vector))
        (local.set $end (i32.add (local.get $vector) (i32.shl (local.get $axes) (i32.const 2))))
        (local.set $number (i32.add (local.get $rows) (i32.const 4)))
        (local.set $low (v128.const f32x4 0 0 0 0))
        (local.set $high (v128.const f32x4 0 0 0 0))
        (loop $eachEightAxes
          (local.set $eight (v128.load8x8_s (local.get $number)))
          (local.set $low (f32x4.add (local.get $low) (f32x4.mul (v128.load (local.get $at))
            (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $eight))))))
          (local.set $high (f32x4.add (local.get $high) (f32x4.mul (v128.load offset=16 (local.get $at))
            (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $eight))))))
          (local.set $number (i32.add (local.get $number) (i32.const 8)))
          (br_if $eachEightAxes (i32.lt_u
            (local.tee $at (i32.add (local.get $at) (i32.const 32)))
            (local.get $end))))
        (local.set $low (f32x4.add (local.get $low) (local.get $high)))
        (f32.store (local.get $dots) (f32.mul (f32.load (local.get $rows)) (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $low)) (f32x4.extract_lane 1 (local.get $low)))
          (f32.add (f32x4.extract_lane 2 (local.get $low)) (f32x4.extract_lane 3 (local.get $low))))))
        (local.set $dots (i32.add (local.get $dots) (i32.const 4)))
        (local.set $rows (i32.add (local.get $rows) (local.get $rowBytes)))
        (br $eachRow))))

  (func $across (param $sums v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums))))))
